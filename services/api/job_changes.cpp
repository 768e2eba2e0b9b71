#include "services/api/job_changes.h"

#include "services/queue/job_rows.h"
#include "services/queue/undo.h"
#include "services/runtime/seal.h"

#include <QJsonArray>

#include <chrono>

namespace wemo::api {

using queue::Change;
using queue::ChangeOutcome;
using queue::JobState;
using Kind = JobChange::Kind;

namespace {
constexpr qsizetype jobsAtOnce = 200;
constexpr qsizetype mostOfAMatch = 5'000;
constexpr int scansOfAMatch = 10;
constexpr std::chrono::seconds timeOfAMatch{8};
constexpr int pageRows = 500;
constexpr qsizetype mostRefused = 100;
constexpr qsizetype idsNoted = 20;

const char *wordOf(Kind kind) {
    switch (kind) {
    case Kind::Replay:
        return "replay";
    case Kind::Promote:
        return "promote";
    case Kind::Remove:
        return "remove";
    case Kind::Delay:
        return "delay";
    case Kind::Priority:
        return "priority";
    }
    return "";
}

QString codeOf(Change change) {
    switch (change) {
    case Change::Done:
        return {};
    case Change::NotFound:
        return "not-found";
    case Change::WrongState:
        return "wrong-state";
    case Change::Active:
        return "active";
    }
    return {};
}

void refuse(ChangeOutcome &outcome, const QString &id, const QString &code) {
    ++outcome.refusedTotal;
    if (outcome.refused.size() < mostRefused)
        outcome.refused.append({id, code});
}

std::vector<std::string> plain(const QStringList &ids) {
    std::vector<std::string> all;
    for (const QString &id : ids)
        all.push_back(id.toStdString());
    return all;
}

QJsonObject whatOf(const JobChange &change, qsizetype count) {
    QJsonObject what{{"jobs", count}};
    if (change.selection.match)
        what.insert("match", toJson(*change.selection.match));
    else
        what.insert("ids", QJsonArray::fromStringList(change.selection.ids.mid(0, idsNoted)));
    if (change.kind == Kind::Delay)
        what.insert("delay_ms", static_cast<qint64>(change.delay.count()));
    if (change.kind == Kind::Priority)
        what.insert("priority", change.priority);
    return what;
}

QStringList allowedOf(const QStringList &ids, const QStringList &codes, ChangeOutcome &outcome) {
    QStringList allowed;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (codes[i].isEmpty())
            allowed.append(ids[i]);
        else
            refuse(outcome, ids[i], codes[i]);
    }
    return allowed;
}

/// Whether what a job stands for has to be asked before it moves.
bool concernsOwner(Kind kind, const std::optional<JobState> &state) {
    if (kind == Kind::Replay)
        return state == JobState::Failed || state == JobState::Completed;
    return kind == Kind::Remove &&
           (state == JobState::Waiting || state == JobState::Prioritized || state == JobState::Delayed);
}
} // namespace

Result<void> JobChanges::note(const QString &action, const QString &target, const QJsonObject &what) {
    return m_dependencies.database.write([&](storage::Connection &connection) {
        return m_dependencies.audit.record(connection, {m_actor.id, m_actor.username, action, target, {}, what});
    });
}

Result<JobChanges::Selected> JobChanges::select(const queue::JobSelection &selection) {
    if (!selection.match)
        return Selected{selection.ids, false};
    const Result<queue::JobSearch> search = jobSearchOf(m_dependencies, *selection.match);
    if (!search)
        return Failure(search.error());
    queue::Inspector inspector(*m_queue.queue);
    Selected selected;
    QString cursor;
    int scans = 0;
    do {
        const Result<queue::JobPage> page = inspector.page(*search, cursor, pageRows);
        if (!page)
            return Failure(page.error());
        for (const queue::JobRow &row : page->items)
            selected.ids.append(row.id);
        cursor = page->nextCursor;
        scans += page->items.size() < pageRows ? 1 : 0;
    } while (!cursor.isEmpty() && selected.ids.size() < mostOfAMatch && scans < scansOfAMatch);
    selected.more = !cursor.isEmpty();
    return selected;
}

/// Which of the jobs may be changed; the owner's record of them is ready for it then.
Result<QStringList> JobChanges::askOwner(Kind kind, const QStringList &ids, ChangeOutcome &outcome) {
    if (!m_queue.owner || (kind != Kind::Replay && kind != Kind::Remove))
        return ids;
    Result<redis::Connection> connection = m_queue.queue->pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto places = queue::placesOf(*connection, m_queue.queue->base(), plain(ids));
    if (!places)
        return Failure(places.error());
    const auto codes = m_dependencies.database.write([&](storage::Connection &sql) -> Result<QStringList> {
        QStringList found;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            Result<QString> code;
            if (concernsOwner(kind, places->at(static_cast<std::size_t>(i)).state))
                code = kind == Kind::Replay ? m_queue.owner->beforeReplay(sql, ids[i], m_actor.username)
                                            : m_queue.owner->beforeRemove(sql, ids[i], m_actor.username);
            if (!code)
                return Failure(code.error());
            found.append(*code);
        }
        return found;
    });
    if (!codes)
        return Failure(codes.error());
    m_queue.owner->committed();
    return allowedOf(ids, *codes, outcome);
}

Result<std::vector<Change>> JobChanges::apply(const JobChange &change, const QStringList &ids, const QString &undo) {
    queue::Undo undoable(*m_queue.queue);
    const std::string token = undo.toStdString();
    switch (change.kind) {
    case Kind::Replay:
        return queue::Control(*m_queue.queue).replay(plain(ids));
    case Kind::Promote:
        return undoable.promote(token, plain(ids));
    case Kind::Remove:
        return undo.isEmpty() ? queue::Control(*m_queue.queue).remove(plain(ids)) : undoable.remove(token, plain(ids));
    case Kind::Delay:
        return undoable.changeDelay(token, plain(ids), change.delay);
    case Kind::Priority:
        return undoable.changePriority(token, plain(ids), change.priority);
    }
    return std::vector<Change>();
}

Result<void> JobChanges::doChunk(const JobChange &change, const QStringList &ids, ChangeOutcome &outcome) {
    const Result<QStringList> allowed = askOwner(change.kind, ids, outcome);
    if (!allowed)
        return Failure(allowed.error());
    const auto changes = apply(change, *allowed, outcome.undo);
    if (!changes)
        return Failure(changes.error());
    for (qsizetype i = 0; i < allowed->size() && i < static_cast<qsizetype>(changes->size()); ++i) {
        const Change one = changes->at(static_cast<std::size_t>(i));
        if (one == Change::Done)
            ++outcome.done;
        else
            refuse(outcome, allowed->at(i), codeOf(one));
    }
    return {};
}

Result<ChangeOutcome> JobChanges::run(const JobChange &change) {
    const Result<Selected> selected = select(change.selection);
    if (!selected)
        return Failure(selected.error());
    const QStringList &ids = selected->ids;
    const QString target = ids.size() == 1 ? "queue-job/" + queueName() + '/' + ids.first() : "queue/" + queueName();
    const QString action = QString("queue.") + QLatin1StringView(wordOf(change.kind));
    if (const Result<void> noted = note(action, target, whatOf(change, ids.size())); !noted)
        return Failure(noted.error());
    ChangeOutcome outcome;
    outcome.more = selected->more;
    if (change.kind != Kind::Replay)
        outcome.undo = QString::fromLatin1(runtime::randomToken(18));
    const auto end = std::chrono::steady_clock::now() + timeOfAMatch;
    for (qsizetype from = 0; from < ids.size(); from += jobsAtOnce) {
        if (change.selection.match && std::chrono::steady_clock::now() > end) {
            outcome.more = true;
            break;
        }
        if (const Result<void> done = doChunk(change, ids.mid(from, jobsAtOnce), outcome); !done)
            return Failure(done.error());
    }
    if (outcome.done == 0)
        outcome.undo.clear();
    return outcome;
}

Result<qint64> JobChanges::undo(const QString &token) {
    queue::Undo undoable(*m_queue.queue);
    const auto ids = undoable.jobsOf(token.toStdString());
    if (!ids)
        return Failure(ids.error());
    if (const Result<void> noted =
            note("queue.undo", "queue/" + queueName(), {{"jobs", static_cast<qint64>(ids->size())}});
        !noted)
        return Failure(noted.error());
    if (m_queue.owner) {
        const auto ready = m_dependencies.database.write([&](storage::Connection &connection) -> Result<void> {
            for (const std::string &id : *ids)
                if (const Result<void> one =
                        m_queue.owner->beforeRestore(connection, QString::fromStdString(id), m_actor.username);
                    !one)
                    return one;
            return {};
        });
        if (!ready)
            return Failure(ready.error());
        m_queue.owner->committed();
    }
    const auto done = undoable.undo(token.toStdString());
    return done ? Result<qint64>(*done) : Failure(done.error());
}

} // namespace wemo::api
