// Parts that the objects of several verbs share.
#pragma once

#include <span>
#include <string>

#include "show/json_writer.h"
#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

// [[begin,end],...] in code points of the report.
void write_spans(const ReportSet& reports, ReportIndex report,
                 std::span<const Span> spans, JsonWriter& json);

// [ID,...]
void write_ids(const ReportSet& reports, std::span<const ReportIndex> ids,
               JsonWriter& json);

// ["...",...]
void write_strings(std::span<const std::string> strings, JsonWriter& json);

// {"likely","low","high"}
void write_count(const CountRange& count, JsonWriter& json);

// "id":..,"begin":..,"end":.. as an object, the id under the key `id_key`.
void write_place(const ReportSet& reports, ReportIndex report, Span span,
                 std::string_view id_key, JsonWriter& json);

// The object of `stemma quotes`.
void write_quotation(const ReportSet& reports, ReportIndex report,
                     const Quotation& quotation, JsonWriter& json);

}  // namespace stemma::show
