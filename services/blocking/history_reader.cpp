#include "services/blocking/history_reader.h"

#include "models/blocking/rule.h"

#include <limits>
#include <unordered_map>

namespace wemo::blocking {

namespace {
constexpr int mostReplayed = 2'000'000;
constexpr qsizetype mostExamples = 20;
constexpr qint64 taipeiMs = 8 * 3'600'000;

QDate dayOf(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at) + taipeiMs, Qt::UTC).date();
}

struct Replayed {
    SubjectRef subject;
    Standing standing;
    Instant firstAt{};
    qint64 refused = 0;
};

/// Counts again, decision by decision.
class Replay {
public:
    explicit Replay(const Policy &policy)
        : m_policy(policy) {}

    void add(Instant at, const QString &subjects, const QString &verdicts) {
        const QList<SubjectRef> all = subjectsFrom(subjects);
        const auto mine = std::find_if(all.begin(), all.end(),
                                       [this](const SubjectRef &one) { return one.kind == m_policy.subjectKind; });
        if (mine == all.end())
            return;
        PreviewDay &day = m_days[dayOf(at)];
        ++m_preview.decisions;
        ++day.decisions;
        Replayed &replayed = m_subjects[mine->id];
        replayed.subject = *mine;
        const bool allows = allowsNow(m_policy, replayed.standing, at);
        settle(m_policy, replayed.standing, at, allows && !othersRefused(verdicts));
        if (allows)
            return;
        ++m_preview.wouldBlock;
        ++day.refused;
        if (replayed.refused++ == 0)
            replayed.firstAt = at;
    }

    PolicyPreview result(int days) {
        m_preview.days = days;
        for (auto day = m_days.begin(); day != m_days.end(); ++day)
            m_preview.byDay.append({day->first, day->second.decisions, day->second.refused});
        for (const auto &[id, one] : m_subjects) {
            if (one.refused == 0)
                continue;
            ++m_preview.subjects;
            m_preview.examples.append({one.subject, one.firstAt, one.refused});
        }
        std::sort(m_preview.examples.begin(), m_preview.examples.end(),
                  [](const PreviewExample &a, const PreviewExample &b) { return a.refused > b.refused; });
        m_preview.examples.resize(std::min(m_preview.examples.size(), mostExamples));
        return m_preview;
    }

private:
    bool othersRefused(const QString &text) const {
        if (text.startsWith(u'!'))
            return true;
        const QList<LoggedVerdict> verdicts = verdictsFrom(text);
        return std::any_of(verdicts.begin(), verdicts.end(), [this](const LoggedVerdict &verdict) {
            return verdict.policyId != m_policy.id && !verdict.observes &&
                   (verdict.what == LoggedVerdict::What::Refused || verdict.what == LoggedVerdict::What::Blocked);
        });
    }

    const Policy &m_policy;
    std::unordered_map<QString, Replayed> m_subjects;
    std::map<QDate, PreviewDay> m_days;
    PolicyPreview m_preview;
};
} // namespace

Result<HistoryPage> HistoryReader::page(const QString &subjectId, const QString &cursor, int limit) {
    bool isPlace = cursor.isEmpty();
    const Id before = isPlace ? std::numeric_limits<Id>::max() : cursor.toLongLong(&isPlace);
    if (!isPlace)
        return failure(ErrorKind::InvalidInput, "bad-cursor", "This is no cursor of this list.");
    const auto rows = m_database.read([&](storage::Connection &connection) {
        return connection.query(
            "blocking/history",
            {{"subject", QByteArray::fromHex(subjectId.toLatin1())}, {"before", before}, {"limit", limit}});
    });
    if (!rows)
        return Failure(rows.error());
    HistoryPage page;
    for (const storage::Row &row : *rows) {
        const LogEntry entry = logEntryFrom(row);
        page.items += historyOf(entry, subjectId);
        for (const SubjectRef &subject : entry.subjects)
            if (subject.id == subjectId)
                page.subject = subject;
    }
    if (rows->size() == limit)
        page.nextCursor = QString::number(rows->last().integer("id"));
    return page;
}

Result<PolicyPreview> HistoryReader::preview(const Policy &policy, Instant from, Instant now) {
    Replay replay(policy);
    const auto read = m_database.read([&](storage::Connection &connection) {
        return connection.scan(
            "blocking/replay",
            {{"event", policy.event}, {"from", idOfPlace(std::to_string(toMs(from)) + "-0")}, {"limit", mostReplayed}},
            [&replay](const storage::Cells &row) { replay.add(fromMs(row.integer(0)), row.text(2), row.text(3)); });
    });
    if (!read)
        return Failure(read.error());
    const qint64 days = (toMs(now) - toMs(from) + 86'399'999) / 86'400'000;
    return replay.result(static_cast<int>(days));
}

} // namespace wemo::blocking
