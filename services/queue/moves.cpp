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

long long numberOf(const redis::Reply &reply) {
    return std::strtoll(reply.text.c_str(), nullptr, 10);
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

Result<Step> Moves::step(redis::Connection &connection, const std::vector<Ended> &ended, int slots, long long now) {
    redis::Args args{std::to_string(now),
                     std::to_string(m_options.lockTime.count()),
                     m_options.workerId + ":",
                     std::to_string(m_tokens),
                     std::to_string(slots),
                     m_options.workerName,
                     std::to_string(m_options.metricMinutes),
                     std::to_string(ended.size())};
    m_tokens += slots;
    args.reserve(args.size() + ended.size() * 10);
    for (const Ended &one : ended)
        append(args, one);
    const auto answer = Scripts::all().step.run(connection, {m_options.base}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    if (answer->items.size() != 5)
        return failure(ErrorKind::Internal, "queue-answer", "The service has a fault.", "an unknown answer");
    Step step;
    for (const redis::Reply &told : answer->items[0].items)
        step.told.push_back(told.integer == 1);
    for (const redis::Reply &fields : answer->items[1].items) {
        const auto &f = fields.items;
        if (f.size() != 15)
            continue;
        Job job;
        job.id = f[13].text;
        job.name = f[0].text;
        job.data = f[1].text;
        job.optionsText = f[2].text;
        job.options = optionsOf(f[2].text);
        job.createdMs = numberOf(f[3]);
        job.takenMs = answer->items[4].integer;
        job.priority = numberOf(f[5]);
        job.attemptsMade = static_cast<int>(numberOf(f[6]));
        job.attemptsStarted = static_cast<int>(numberOf(f[7])) + 1;
        job.stalls = static_cast<int>(numberOf(f[8]));
        job.deferredFailure = f[9].text;
        job.parentKey = f[10].text;
        job.repeatKey = f[11].text;
        job.deduplication = f[12].text;
        step.taken.push_back({std::move(job), f[14].text});
    }
    if (answer->items[2].integer >= 0)
        step.nextDue = Milliseconds(answer->items[2].integer);
    step.limitWait = Milliseconds(answer->items[3].integer);
    return step;
}

Result<std::vector<std::string>> Moves::extend(redis::Connection &connection, const std::vector<Lock> &locks) {
    redis::Args args{std::to_string(m_options.lockTime.count())};
    for (const Lock &lock : locks) {
        args.push_back(lock.id);
        args.push_back(lock.token);
    }
    const auto answer = Scripts::all().extend.run(connection, {m_options.base}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    std::vector<std::string> lost;
    for (const redis::Reply &token : answer->items)
        lost.push_back(token.text);
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
