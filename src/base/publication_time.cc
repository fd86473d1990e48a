#include "stemma/types/report.h"

namespace stemma {
namespace {

constexpr std::int64_t kSecondsADay = 86400;

// The first moment after all that `time` can mean.
std::int64_t end_of(const PublicationTime& time) {
  switch (time.precision) {
    case TimePrecision::kNone:
      return time.seconds;
    case TimePrecision::kDay:
      return time.seconds + kSecondsADay;
    case TimePrecision::kMinute:
      return time.seconds + 60;
    case TimePrecision::kSecond:
      return time.seconds + 1;
  }
  return time.seconds;
}

}  // namespace

bool certainly_before(const PublicationTime& a, const PublicationTime& b) {
  return a.known() && b.known() && end_of(a) <= b.seconds;
}

}  // namespace stemma
