#include "ui/pages/blocking/blocking_text.h"

#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::blocking {

using namespace wemo::blocking;
using ui::Pill;
using ui::Tone;

namespace {
struct KindRow {
    const char *kind;
    const char *word;
    const char *each; ///< in a policy's sentence
    bool canBeWritten;
};
const KindRow kindRows[] = {
    {"number", QT_TRANSLATE_NOOP("Blocking", "Phone number"), QT_TRANSLATE_NOOP("Blocking", "per phone number"), true},
    {"email", QT_TRANSLATE_NOOP("Blocking", "E-mail"), QT_TRANSLATE_NOOP("Blocking", "per e-mail"), true},
    {"device", QT_TRANSLATE_NOOP("Blocking", "Device"), QT_TRANSLATE_NOOP("Blocking", "per device"), true},
    {"id_card", QT_TRANSLATE_NOOP("Blocking", "ID card"), QT_TRANSLATE_NOOP("Blocking", "per ID card"), true},
    {"address", QT_TRANSLATE_NOOP("Blocking", "Network address"), QT_TRANSLATE_NOOP("Blocking", "per network address"),
     true},
    {"account", QT_TRANSLATE_NOOP("Blocking", "Staff account"), QT_TRANSLATE_NOOP("Blocking", "per staff account"),
     true},
    {"prefix", QT_TRANSLATE_NOOP("Blocking", "Number prefix"), QT_TRANSLATE_NOOP("Blocking", "per number prefix"),
     false},
    {"pair", QT_TRANSLATE_NOOP("Blocking", "Requester and target"),
     QT_TRANSLATE_NOOP("Blocking", "per requester for one target"), false},
    {"owner", QT_TRANSLATE_NOOP("Blocking", "Number on its own device"),
     QT_TRANSLATE_NOOP("Blocking", "per number on its own device"), false},
    {"tenant", QT_TRANSLATE_NOOP("Blocking", "Everybody"), QT_TRANSLATE_NOOP("Blocking", "in all"), false},
};

struct EventRow {
    const char *event;
    const char *word;
    const char *cause;
    const char *limit; ///< "%1 codes", in a policy's sentence
};
const EventRow eventRows[] = {
    {"code-requested", QT_TRANSLATE_NOOP("Blocking", "Code asked for"),
     QT_TRANSLATE_NOOP("Blocking", "Asked for too many codes"), QT_TRANSLATE_NOOP("Blocking", "%1 codes")},
    {"code-wrong", QT_TRANSLATE_NOOP("Blocking", "Wrong code"),
     QT_TRANSLATE_NOOP("Blocking", "Entered too many wrong codes"), QT_TRANSLATE_NOOP("Blocking", "%1 wrong codes")},
    {"sign-in-failed", QT_TRANSLATE_NOOP("Blocking", "Sign-in failed"),
     QT_TRANSLATE_NOOP("Blocking", "Failed to sign in too often"), QT_TRANSLATE_NOOP("Blocking", "%1 failed sign-ins")},
    {"redemption-failed", QT_TRANSLATE_NOOP("Blocking", "Redemption failed"),
     QT_TRANSLATE_NOOP("Blocking", "Tried too many discount codes in vain"),
     QT_TRANSLATE_NOOP("Blocking", "%1 failed redemptions")},
};

const KindRow *rowOf(const QString &kind) {
    for (const KindRow &row : kindRows)
        if (kind == QLatin1StringView(row.kind))
            return &row;
    return nullptr;
}
const EventRow *eventRowOf(const QString &event) {
    for (const EventRow &row : eventRows)
        if (event == QLatin1StringView(row.event))
            return &row;
    return nullptr;
}

QString count(qint64 number) {
    return QLocale().toString(number);
}
} // namespace

QString kindWord(const QString &kind) {
    const KindRow *row = rowOf(kind);
    return row ? Words::tr(row->word) : kind;
}

QStringList knownKinds() {
    QStringList kinds;
    for (const KindRow &row : kindRows)
        if (row.canBeWritten)
            kinds.append(QLatin1StringView(row.kind));
    return kinds;
}

QStringList policyKinds() {
    QStringList kinds;
    for (const KindRow &row : kindRows)
        kinds.append(QLatin1StringView(row.kind));
    return kinds;
}

QStringList knownEvents() {
    QStringList events;
    for (const EventRow &row : eventRows)
        events.append(QLatin1StringView(row.event));
    return events;
}

QString eventWord(const QString &event) {
    const EventRow *row = eventRowOf(event);
    return row ? Words::tr(row->word) : event;
}

QString causeText(const QString &event) {
    const EventRow *row = eventRowOf(event);
    return row ? Words::tr(row->cause) : Words::tr("Too often: %1").arg(event);
}

QString modeWord(Mode mode) {
    return mode == Mode::Enforce ? Words::tr("Enforced") : Words::tr("Observed only");
}

Pill modePill(Mode mode) {
    return {mode == Mode::Enforce ? Tone::Danger : Tone::Info, modeWord(mode)};
}

QString spanText(Milliseconds span) {
    const qint64 seconds = span.count() / 1'000;
    if (seconds >= 2 * 86'400 && seconds % 86'400 == 0)
        return Words::tr("%1 days").arg(count(seconds / 86'400));
    if (seconds >= 2 * 3'600 && seconds % 3'600 == 0)
        return Words::tr("%1 h").arg(count(seconds / 3'600));
    if (seconds >= 60 && seconds % 60 == 0)
        return Words::tr("%1 min").arg(count(seconds / 60));
    return Words::tr("%1 s").arg(count(seconds));
}

QString leftText(Milliseconds span) {
    const qint64 seconds = (span.count() + 999) / 1'000;
    if (seconds <= 0)
        return Words::tr("over");
    if (seconds < 3'600)
        return ui::remainingText(span);
    if (seconds < 2 * 86'400)
        return Words::tr("%1 h %2 min").arg(count(seconds / 3'600)).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
    return Words::tr("%1 days %2 h").arg(count(seconds / 86'400)).arg(seconds / 3'600 % 24);
}

QString policySentence(const Policy &policy) {
    const EventRow *event = eventRowOf(policy.event);
    const KindRow *kind = rowOf(policy.subjectKind);
    const QString limit = event ? Words::tr(event->limit).arg(count(policy.limit))
                                : QStringLiteral("%1 × %2").arg(count(policy.limit)).arg(policy.event);
    const QString each = kind ? Words::tr(kind->each) : policy.subjectKind;
    const QString most = Words::tr("%1 in %2 %3").arg(limit, spanText(policy.window), each);
    if (policy.blockTime.count() == 0)
        return Words::tr("%1, then refused until the time is over").arg(most);
    if (policy.longestBlock > policy.blockTime)
        return Words::tr("%1, then blocked %2, doubling to %3")
            .arg(most, spanText(policy.blockTime), spanText(policy.longestBlock));
    return Words::tr("%1, then blocked %2").arg(most, spanText(policy.blockTime));
}

QString policyTitle(const Policy &policy) {
    return QStringLiteral("%1 · %2").arg(kindWord(policy.subjectKind), eventWord(policy.event));
}

QString matchWord(BanMatch match) {
    switch (match) {
    case BanMatch::Exact:
        return Words::tr("Exactly this one");
    case BanMatch::Prefix:
        return Words::tr("All that begin so");
    case BanMatch::Cidr:
        return Words::tr("Address range");
    }
    return {};
}

Pill banPill(BanState state) {
    switch (state) {
    case BanState::Active:
        return {Tone::Danger, Words::tr("Banned")};
    case BanState::Expired:
        return {Tone::Neutral, Words::tr("Expired")};
    case BanState::Lifted:
        return {Tone::Success, Words::tr("Lifted")};
    }
    return {};
}

Pill importPill(ImportState state) {
    switch (state) {
    case ImportState::Receiving:
        return {Tone::Progress, Words::tr("Being sent")};
    case ImportState::Checking:
        return {Tone::Progress, Words::tr("Being checked")};
    case ImportState::Ready:
        return {Tone::Info, Words::tr("Checked")};
    case ImportState::Writing:
        return {Tone::Progress, Words::tr("Being written")};
    case ImportState::Done:
        return {Tone::Success, Words::tr("Imported")};
    case ImportState::Failed:
        return {Tone::Danger, Words::tr("Failed")};
    case ImportState::Undone:
        return {Tone::Neutral, Words::tr("Taken back")};
    case ImportState::Canceled:
        return {Tone::Neutral, Words::tr("Canceled")};
    }
    return {};
}

QString whatWord(HistoryWhat what) {
    switch (what) {
    case HistoryWhat::Counted:
        return Words::tr("Counted");
    case HistoryWhat::Refused:
        return Words::tr("Was refused");
    case HistoryWhat::Observed:
        return Words::tr("Would have been refused");
    case HistoryWhat::Blocked:
        return Words::tr("Blocked");
    case HistoryWhat::Lifted:
        return Words::tr("Block lifted");
    case HistoryWhat::Extended:
        return Words::tr("Block extended");
    case HistoryWhat::Banned:
        return Words::tr("Put on the ban list");
    case HistoryWhat::BanLifted:
        return Words::tr("Taken off the ban list");
    }
    return {};
}

Tone whatTone(HistoryWhat what) {
    switch (what) {
    case HistoryWhat::Counted:
        return Tone::Neutral;
    case HistoryWhat::Observed:
        return Tone::Info;
    case HistoryWhat::Refused:
    case HistoryWhat::Extended:
        return Tone::Warning;
    case HistoryWhat::Blocked:
    case HistoryWhat::Banned:
        return Tone::Danger;
    case HistoryWhat::Lifted:
    case HistoryWhat::BanLifted:
        return Tone::Success;
    }
    return Tone::Neutral;
}

QString importFault(const ImportError &error) {
    static const std::pair<const char *, const char *> faults[] = {
        {"bad-phone-number", QT_TRANSLATE_NOOP("Blocking", "This is no phone number.")},
        {"bad-value", QT_TRANSLATE_NOOP("Blocking", "The kind does not have such a value.")},
        {"bad-id-card", QT_TRANSLATE_NOOP("Blocking", "This is no ID number.")},
        {"bad-check-digit", QT_TRANSLATE_NOOP("Blocking", "A digit of this ID number is wrong.")},
        {"too-wide", QT_TRANSLATE_NOOP("Blocking", "This range or prefix is too wide.")},
        {"bad-time", QT_TRANSLATE_NOOP("Blocking", "This is no date such as 2027-01-31.")},
        {"past", QT_TRANSLATE_NOOP("Blocking", "This time is over already.")},
        {"unknown-kind", QT_TRANSLATE_NOOP("Blocking", "There is no such kind.")},
        {"no-value", QT_TRANSLATE_NOOP("Blocking", "Nothing stands here.")},
        {"two-values", QT_TRANSLATE_NOOP("Blocking", "Give one of value, prefix and cidr.")},
        {"too-long", QT_TRANSLATE_NOOP("Blocking", "This is too long.")},
        {"wrong-count", QT_TRANSLATE_NOOP("Blocking", "This line has more or fewer fields than the first one.")},
        {"double-column", QT_TRANSLATE_NOOP("Blocking", "This column is there twice.")},
        {"unknown-column", QT_TRANSLATE_NOOP("Blocking", "There is no such column.")},
        {"missing-column",
         QT_TRANSLATE_NOOP("Blocking", "The first line names the columns: kind, and value, prefix or cidr.")},
        {"not-utf8", QT_TRANSLATE_NOOP("Blocking", "This line is not in UTF-8.")},
        {"bad-quote", QT_TRANSLATE_NOOP("Blocking", "A quotation mark stands in the wrong place.")},
        {"unclosed-quote", QT_TRANSLATE_NOOP("Blocking", "A quotation mark is not closed.")},
    };
    for (const auto &fault : faults)
        if (error.code == QLatin1StringView(fault.first))
            return Words::tr(fault.second);
    return error.message.isEmpty() ? error.code : error.message;
}

QStringList liftReasons() {
    return {Words::tr("The rider called and was identified"), Words::tr("Our mistake"), Words::tr("A test by QA")};
}

QStringList banReasons() {
    return {Words::tr("Fraud"), Words::tr("Abuse of codes"), Words::tr("Attack on sign-in"),
            Words::tr("Asked for by the police")};
}

} // namespace wemo::pages::blocking
