// The stemma of a story for other programs: Graphviz and GraphML.
#pragma once

#include <string>

#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

// One digraph of the DOT language. Nodes have `class` extant or hypothetical,
// as Stemmaweb reads it; edges are solid where declared, else dashed, and as
// wide as the share of words. All texts are quoted and escaped.
std::string stemma_dot(const ReportSet& reports, const StoryStudy& study);

// A GraphML document is its head, one graph a story, and its tail.
std::string graphml_head();
std::string stemma_graphml(const ReportSet& reports, const StoryStudy& study);
std::string graphml_tail();

// What a node is called: the report's name, or the credits of an unseen text.
std::string node_name(const ReportSet& reports, const StemmaNode& node);

}  // namespace stemma::show
