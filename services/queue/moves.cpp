#include "services/queue/moves.h"

#include "services/queue/scripts.h"

#include <cstdlib>

namespace wemo::queue {

namespace {
const char *wordOf(Ended::How how) {
    switch (how) {
    case Ended::How::Completed:
        return "completed";
    case Ended::How::Failed:
        return "failed";
    case Ended::How::Retry:
        return "retry";
    case Ended::How::Release:
        return "release";
    }
    return "";
}

std::string textOf(const std::optional<long long> &number) {
    return number ? std::to_string(*number) : std::string();
}

long long numberOf(const std::string &text) {
    return std::strtoll(text.c_str(), nullptr, 10);
}

void append(redis::Args &args, const Ended &ended) {
    args.push_back(ended.id);
    args.push_back(ended.token);
    args.emplace_back(wordOf(ended.how));
    args.push_back(ended.text);
    args.push_back(ended.stack);
    args.push_back(std::to_string(ended.made));
    args.push_back(ended.isExhausted ? "exhausted" : std::to_string(ended.delay.count()));
    args.push_back(textOf(ended.keep.count));
    args.push_back(textOf(ended.keep.ageSeconds));
    args.push_back(ended.deduplication);
}
} // namespace

JobOptions Moves::optionsOf(const std::string &text) {
    if (text != m_lastText) {
        m_lastOptions = jobOptionsFromJson(text);
        m_lastText = text;
    }
    return m_lastOptions;
}

Job Moves::jobOf(std::vector<redis::Reply> &fields, long long takenMs) {
    Job job;
    job.takenMs = takenMs;
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
        const std::string &name = fields[i].text;
        std::string &value = fields[i + 1].text;
        if (name == "name")
            job.name = std::move(value);
        else if (name == "data")
            job.data = std::move(value);
        else if (name == "opts")
            job.optionsText = std::move(value);
        else if (name == "timestamp")
            job.createdMs = numberOf(value);
        else if (name == "priority")
            job.priority = numberOf(value);
        else if (name == "atm")
            job.attemptsMade = static_cast<int>(numberOf(value));
        else if (name == "ats")
            job.attemptsStarted = static_cast<int>(numberOf(value));
        else if (name == "defa")
            job.deferredFailure = std::move(value);
        else if (name == "deid")
            job.deduplication = std::move(value);
        else if (name == "parentKey")
            job.parentKey = std::move(value);
        else if (name == "rjk")
            job.repeatKey = std::move(value);
    }
    ++job.attemptsStarted;
    job.options = optionsOf(job.optionsText);
    if (!fields.empty())
        job.id = std::move(fields.back().text);
    return job;
}

Result<Step> Moves::step(redis::Connection &connection, const std::vector<Ended> &ended, int slots, long long now) {
    redis::Args args{std::to_string(now),
                     std::to_string(m_options.lockTime.count()),
                     m_options.workerId,
                     std::to_string(++m_steps),
                     std::to_string(slots),
                     m_options.workerName,
                     std::to_string(m_options.metricMinutes),
                     std::to_string(ended.size())};
    args.reserve(args.size() + ended.size() * 10);
    for (const Ended &one : ended)
        append(args, one);
    auto answer = Scripts::all().step.run(connection, {m_options.base}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    if (answer->items.size() != 5)
        return failure(ErrorKind::Internal, "queue-answer", "The service has a fault.", "an unknown answer");
    Step step;
    for (const redis::Reply &told : answer->items[0].items)
        step.told.push_back(told.integer == 1);
    const std::string token = m_options.workerId + ":" + std::to_string(m_steps);
    for (redis::Reply &fields : answer->items[1].items)
        step.taken.push_back({jobOf(fields.items, answer->items[4].integer), token});
    if (answer->items[2].integer >= 0)
        step.nextDue = Milliseconds(answer->items[2].integer);
    step.limitWait = Milliseconds(answer->items[3].integer);
    return step;
}

Result<std::vector<Moves::Lock>> Moves::extend(redis::Connection &connection, const std::vector<Lock> &locks) {
    redis::Args args{std::to_string(m_options.lockTime.count())};
    for (const Lock &lock : locks) {
        args.push_back(lock.id);
        args.push_back(lock.token);
    }
    const auto answer = Scripts::all().extend.run(connection, {m_options.base}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    std::vector<Lock> lost;
    for (const redis::Reply &at : answer->items)
        if (const auto place = static_cast<std::size_t>(at.integer / 2 - 1); place < locks.size())
            lost.push_back(locks[place]);
    return lost;
}

Result<std::vector<std::string>> Moves::sweep(redis::Connection &connection, Milliseconds every, int maxStalls,
                                              long long now) {
    const auto answer = Scripts::all().sweep.run(
        connection, {m_options.base}, {std::to_string(now), std::to_string(every.count()), std::to_string(maxStalls)});
    if (!answer)
        return Failure(answer.error());
    std::vector<std::string> back;
    for (const redis::Reply &id : answer->items)
        back.push_back(id.text);
    return back;
}

} // namespace wemo::queue
