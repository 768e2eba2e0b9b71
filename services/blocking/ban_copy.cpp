#include "services/blocking/ban_copy.h"

#include "services/blocking/ban_place.h"
#include "services/blocking/subject_value.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/seal.h"

#include <thread>

namespace wemo::blocking {

namespace {
using namespace std::chrono_literals;
const std::string leaseMs = "1000"; // of the lock, from the last write on
constexpr auto lookAgain = 10ms;    // while another service writes

Failure busy() {
    Error error{ErrorKind::Unavailable, "ban-list-busy", "The ban list is being brought up to date. Try again.",
                "another thread or service works on the copy"};
    error.retryAfterMs = 1'000;
    return failure(std::move(error));
}
} // namespace

BanCopy::BanCopy(storage::Database &database, redis::Pool &pool, QByteArray lookupKey, Milliseconds longestWait)
    : m_pool(pool)
    , m_lookupKey(std::move(lookupKey))
    , m_longestWait(longestWait)
    , m_source(database)
    , m_rebuild(m_source, pool, longestWait)
    , m_apply(redis::Script::resource({"blocking_bans_apply"}))
    , m_lengths(std::make_shared<const BanLengths>()) {}

BanQuestions BanCopy::questions(const QList<Subject> &subjects) const {
    BanQuestions result;
    const auto known = lengths();
    redis::Args members;
    const auto add = [&](const Subject &subject, const QString &match, const QString &value) {
        BanPlace place = BanPlace::of(banHash(subject.kind, match, value, m_lookupKey));
        result.keys.push_back(std::move(place.shard));
        members.push_back(std::move(place.member));
        result.questions.append({subject, match, {}});
    };
    for (const Subject &subject : subjects) {
        if (!isBannableKind(subject.kind))
            continue;
        add(subject, QStringLiteral("exact"), subject.value);
        for (const BanLengths::Range &range : known->rangesOf(subject))
            add(subject, range.match, range.value);
    }
    result.args = {std::to_string(members.size()), known->text().toStdString(), std::to_string(m_reliedOn)};
    result.args.insert(result.args.end(), std::make_move_iterator(members.begin()),
                       std::make_move_iterator(members.end()));
    return result;
}

Result<void> BanCopy::settle(const redis::Reply &refusal) {
    const std::string &what = refusal.items.empty() ? refusal.text : refusal.items.front().text;
    if (what == "lengths" && refusal.items.size() == 2) {
        learn(BanLengths::fromText(QString::fromStdString(refusal.items[1].text)));
        return {};
    }
    if (what == "lost" || what == "behind")
        return catchUp();
    return failure(ErrorKind::Internal, "blocking-answer", "The service has a fault.", "an unknown answer");
}

Result<void> BanCopy::catchUp() {
    const std::unique_lock lock(m_working, m_longestWait);
    return lock ? follow() : busy();
}

Result<void> BanCopy::follow() {
    const auto patience = [this] { return std::chrono::steady_clock::now() + m_longestWait; };
    for (auto end = patience(); std::chrono::steady_clock::now() < end;) {
        const Result<std::optional<qint64>> there = applied(); // before SQL is asked, so that it can only be older
        const Result<qint64> seq = m_source.seq();
        if (!there || !seq)
            return Failure(!there ? there.error() : seq.error());
        if (!*there || **there > *seq) { // lost, or of another store
            if (const Result<void> done = m_rebuild.run(there->has_value()); !done)
                return done;
            end = patience();
            continue;
        }
        relyOn(**there);
        if (**there == *seq)
            return {};
        const Result<bool> done = apply(**there, runtime::randomToken(12).toStdString());
        if (!done)
            return Failure(done.error());
        if (*done)
            end = patience();
        else
            std::this_thread::sleep_for(lookAgain);
    }
    return busy();
}

Result<std::optional<qint64>> BanCopy::applied() {
    const auto found = m_pool.command({"HGET", BanPlace::marker, "applied"});
    if (!found)
        return Failure(found.error());
    return found->isNil() ? std::nullopt : std::optional(QByteArray::fromStdString(found->text).toLongLong());
}

Result<bool> BanCopy::lock(redis::Connection &connection, const std::string &token) {
    const auto set = connection.command({"SET", BanPlace::lock, token, "NX", "PX", leaseMs});
    return set ? Result<bool>(!set->isNil()) : Failure(set.error());
}

/// False where another writes the copy, or has written it meanwhile. The rows are read under the lock: of two writers
/// the later one reads newer ones and has the last word.
Result<bool> BanCopy::apply(qint64 from, const std::string &token) {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    if (const Result<bool> mine = lock(*connection, token); !mine || !*mine)
        return mine;
    const auto unlock = [&] { (void)connection->command({"DEL", BanPlace::lock}); };
    const Result<std::optional<qint64>> there = applied();
    if (!there || there->value_or(-1) != from) {
        unlock();
        return there ? Result<bool>(false) : Failure(there.error());
    }
    const Result<BanSource::Changes> changes = m_source.changesAfter(from);
    if (!changes)
        return Failure(changes.error());
    if (!changes->reachBack) {
        unlock();
        const Result<void> made = m_rebuild.run(true);
        return made ? Result<bool>(true) : Failure(made.error());
    }
    WEMO_FAILPOINT("bans.before-apply");
    for (const BanSource::Range &range : changes->ranges) {
        BanSource::Page page;
        do {
            Result<BanSource::Page> next = m_source.changed(range, page.last);
            if (!next)
                return Failure(next.error());
            page = *std::move(next);
            const Result<bool> written = write(*connection, token, page, changes->lengths, {});
            if (!written || !*written)
                return written;
            WEMO_FAILPOINT("bans.applied-page");
        } while (page.entries.size() == BanSource::pageSize);
    }
    return write(*connection, token, {}, changes->lengths, std::to_string(changes->seq));
}

Result<bool> BanCopy::write(redis::Connection &connection, const std::string &token, const BanSource::Page &page,
                            const QString &lengths, const std::string &reached) {
    std::vector<std::string> keys{BanPlace::lock, BanPlace::marker};
    redis::Args args{token, leaseMs, reached, lengths.toStdString()};
    for (const BanSource::Entry &entry : page.entries) {
        BanPlace place = BanPlace::of(entry.hash);
        keys.push_back(std::move(place.shard));
        args.push_back(std::move(place.member));
        args.push_back(entry.isBanned ? std::to_string(entry.ends) : std::string());
    }
    const auto done = m_apply.run(connection, keys, std::move(args));
    return done ? Result<bool>(done->integer == 1) : Failure(done.error());
}

void BanCopy::relyOn(qint64 seq) {
    qint64 before = m_reliedOn;
    while (before < seq && !m_reliedOn.compare_exchange_weak(before, seq)) {
    }
}

void BanCopy::learn(BanLengths lengths) {
    const std::lock_guard lock(m_mutex);
    m_lengths = std::make_shared<const BanLengths>(std::move(lengths));
}

std::shared_ptr<const BanLengths> BanCopy::lengths() const {
    const std::lock_guard lock(m_mutex);
    return m_lengths;
}

} // namespace wemo::blocking
