#include "services/blocking/log_entry.h"

namespace wemo::blocking {

namespace {
using What = LoggedVerdict::What;
constexpr qint64 epochMs = 1577836800000; // as models/core/id
constexpr int counterBits = 21;

QString latin(const std::string &text) {
    return QString::fromStdString(text);
}

What whatFrom(QStringView word) {
    return word == u"c" ? What::Counted : word == u"b" ? What::Blocked : word == u"r" ? What::Refused : What::Passed;
}

/// "decided \t event \t request \t subjects" beside "now;allowed;verdicts".
LogEntry decided(const QStringList &parts, const QString &facts) {
    LogEntry entry;
    entry.what = "decided";
    entry.event = parts.value(1);
    entry.requestId = parts.value(2);
    entry.subjectsText = parts.value(3);
    entry.at = fromMs(facts.section(u';', 0, 0).toLongLong());
    entry.allowed = facts.section(u';', 1, 1) == u"1";
    entry.verdictsText = facts.section(u';', 2);
    return entry;
}

/// "act \t what \t actor's id \t actor \t request \t reason \t undo \t subjects" beside "now;policy,1,b,until".
LogEntry act(const QStringList &parts, const QString &facts) {
    LogEntry entry;
    entry.what = parts.value(1);
    entry.actorId = parts.value(2).toLongLong();
    entry.actor = parts.value(3);
    entry.requestId = parts.value(4);
    entry.note = parts.value(5);
    entry.undoes = parts.value(6);
    entry.subjectsText = parts.value(7);
    entry.at = fromMs(facts.section(u';', 0, 0).toLongLong());
    entry.verdictsText = facts.section(u';', 1);
    return entry;
}

HistoryWhat whatOf(const LogEntry &entry, const LoggedVerdict &verdict) {
    if (entry.what != u"decided")
        return historyWhatFromString(entry.what).value_or(HistoryWhat::Lifted);
    if (verdict.what == What::Counted)
        return HistoryWhat::Counted;
    if (verdict.observes)
        return HistoryWhat::Observed;
    return verdict.what == What::Blocked ? HistoryWhat::Blocked : HistoryWhat::Refused;
}
} // namespace

Id idOfPlace(const std::string &place) {
    const QString text = latin(place);
    return ((text.section(u'-', 0, 0).toLongLong() - epochMs) << counterBits) + text.section(u'-', 1).toLongLong();
}

StreamEntry streamEntryFrom(const redis::Reply &item) {
    StreamEntry stream;
    if (item.items.size() != 2)
        return stream;
    stream.place = item.items[0].text;
    QString head, facts;
    const std::vector<redis::Reply> &fields = item.items[1].items;
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
        (fields[i].text == "e" ? head : facts) = latin(fields[i + 1].text);
    const QStringList parts = head.split(u'\t');
    if (parts.first() == u"back")
        stream.takenBack = idOfPlace(parts.value(1).toStdString());
    else if (parts.first() == u"decided" || parts.first() == u"act")
        stream.entry = parts.first() == u"act" ? act(parts, facts) : decided(parts, facts);
    if (stream.entry) {
        stream.entry->id = idOfPlace(stream.place);
        stream.entry->subjects = subjectsFrom(stream.entry->subjectsText);
        stream.entry->verdicts = verdictsFrom(stream.entry->verdictsText);
    }
    return stream;
}

QList<SubjectRef> subjectsFrom(const QString &text) {
    QList<SubjectRef> subjects;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        subjects.append({part.section(u',', 0, 0), part.section(u',', 1, 1), part.section(u',', 2)});
    return subjects;
}

QList<LoggedVerdict> verdictsFrom(const QString &text) {
    QList<LoggedVerdict> verdicts;
    const QStringList items = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &item : items) {
        const QStringList parts = item.split(u',');
        if (parts.size() < 3)
            continue; // "!": a ban
        LoggedVerdict verdict{parts[0], parts[1].toInt() - 1, whatFrom(parts[2]), {}, parts.last() == u"o"};
        if (bool isTime = false; parts.size() > 3)
            if (const qint64 until = parts[3].toLongLong(&isTime); isTime)
                verdict.until = fromMs(until);
        verdicts.append(verdict);
    }
    return verdicts;
}

LogEntry logEntryFrom(const storage::Row &row) {
    LogEntry entry;
    entry.id = row.integer("id");
    entry.at = fromMs(row.integer("at"));
    entry.what = row.text("what");
    entry.event = row.text("event");
    entry.requestId = row.text("request_id");
    entry.actor = row.text("actor");
    entry.note = row.text("note");
    entry.allowed = row.integer("is_allowed") != 0;
    entry.subjects = subjectsFrom(row.text("subjects"));
    entry.verdictsText = row.text("verdicts");
    entry.banned = entry.verdictsText.startsWith(u'!');
    entry.verdicts = verdictsFrom(entry.verdictsText);
    return entry;
}

QList<HistoryEntry> historyOf(const LogEntry &entry, const QString &subjectId) {
    QList<HistoryEntry> items;
    const auto add = [&](HistoryWhat what, const QString &policy, std::optional<Instant> until, const QString &note) {
        items.append({entry.at, what, policy, entry.event, entry.requestId, entry.actor, note, until});
    };
    if (entry.banned)
        add(HistoryWhat::Refused, {}, {}, "banned");
    for (const LoggedVerdict &verdict : entry.verdicts) {
        const bool isOwn = entry.subjects.value(verdict.subject).id == subjectId;
        const bool refuses = verdict.what == What::Refused || verdict.what == What::Blocked;
        if (verdict.what != What::Passed && (isOwn || (refuses && !verdict.observes)))
            add(whatOf(entry, verdict), verdict.policyId, verdict.until, entry.note);
    }
    return items;
}

} // namespace wemo::blocking
