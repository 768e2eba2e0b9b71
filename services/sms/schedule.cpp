#include "services/sms/schedule.h"

#include <QStringList>

#include <algorithm>

namespace wemo::sms {

namespace {
std::vector<Milliseconds> allOf(const Schedule &schedule, int validityMinutes) {
    std::vector<Milliseconds> times = schedule.queries;
    times.push_back(std::chrono::minutes(validityMinutes) + schedule.margin);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}
} // namespace

Result<Schedule> Schedule::parse(const QString &seconds, Milliseconds margin) {
    Schedule schedule;
    schedule.queries.clear();
    schedule.margin = margin;
    const QStringList parts = seconds.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isNumber = false;
        const Milliseconds after = std::chrono::seconds(part.trimmed().toInt(&isNumber));
        const bool rises = after > (schedule.queries.empty() ? Milliseconds(0) : schedule.queries.back());
        if (!isNumber || !rises)
            return failure(ErrorKind::InvalidInput, "bad-schedule",
                           "The times of delivery queries are whole seconds, each later than the one before.");
        schedule.queries.push_back(after);
    }
    return schedule;
}

std::optional<Instant> Schedule::pollAfter(Instant submitted, int validityMinutes, int n) const {
    const std::vector<Milliseconds> times = allOf(*this, validityMinutes);
    const auto index = static_cast<std::size_t>(n);
    return index < times.size() ? std::optional<Instant>(submitted + times[index]) : std::nullopt;
}

Instant Schedule::deadlineAfter(Instant submitted, int validityMinutes) const {
    return submitted + allOf(*this, validityMinutes).back() + margin;
}

} // namespace wemo::sms
