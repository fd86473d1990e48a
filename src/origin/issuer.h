// Bodies that publish texts of their own: a university's, a ministry's, a
// company's release. Media take such texts over; the body does not take theirs.
#pragma once

#include <string>
#include <string_view>

#include "origin/credits.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

// True for the domains of universities, governments and armies ("www.x.edu",
// "x.ac.uk", "x.gov", "x.gouv.fr"), and for an outlet that is no medium and
// speaks of itself by name, as of a third, in the first two sentences.
bool is_issuer(const Witness& witness, const Declared& declared);

// The name by which the report speaks of the body that is the outlet of
// `issuer`, as written; "" if it does not.
std::string names_issuer(const Witness& report, const Declared& issuer);

// True for the address of such a domain.
bool is_public_domain(std::string_view outlet);

}  // namespace stemma::origin
