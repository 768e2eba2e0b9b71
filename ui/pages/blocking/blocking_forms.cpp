#include "ui/pages/blocking/blocking_forms.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/subject_guess.h"
#include "ui/widgets/time_text.h"

namespace wemo::pages::blocking {

using ui::ActionField;
using ui::ActionForm;
using wemo::blocking::BanMatch;
using wemo::blocking::NewBan;
using Kind = ActionField::Kind;

namespace {
struct Forms {
    Q_DECLARE_TR_FUNCTIONS(BlockingForms)
};

const QString reasonKey = QStringLiteral("reason");
const QString limitedKey = QStringLiteral("limited");
const QString expiresKey = QStringLiteral("expires_at");
const QString byKey = QStringLiteral("by");
const QString kindKey = QStringLiteral("kind");
const QString matchKey = QStringLiteral("match");
const QString valueKey = QStringLiteral("value");
constexpr qint64 hourMs = 3'600'000;

ActionField reasonField(const QStringList &usual, const QString &value = {}) {
    ActionField field{Kind::Suggested, reasonKey, Forms::tr("Reason"), value};
    field.highest = wemo::blocking::longestReason;
    field.required = true;
    for (const QString &reason : usual)
        field.choices.append({reason, reason});
    return field;
}

QList<ActionField> expiryFields(std::optional<Instant> expiresAt, Instant now) {
    const Instant shown = expiresAt.value_or(now + std::chrono::hours(24 * 30));
    ActionField until{Kind::Time, expiresKey, Forms::tr("Until"), QVariant::fromValue<qint64>(toMs(shown))};
    until.enabledBy = limitedKey;
    return {{Kind::Check, limitedKey, Forms::tr("Ends by itself"), expiresAt.has_value()}, until};
}

auto notOver(Instant now) {
    return [now](const QVariantMap &values) {
        const auto at = expiryOf(values);
        return at && *at <= now ? QHash<QString, QString>{{expiresKey, Forms::tr("This time is over already.")}}
                                : QHash<QString, QString>();
    };
}

QHash<QString, QString> newBanFaults(const QVariantMap &values, Instant now) {
    QHash<QString, QString> faults = notOver(now)(values);
    const NewBan ban = newBanOf(values);
    if (const QString fault = valueFault(ban.kind, ban.match, ban.value); !ban.value.isEmpty() && !fault.isEmpty())
        faults.insert(valueKey, fault);
    return faults;
}
} // namespace

ActionForm liftForm(const QString &target, int count) {
    ActionForm form{form::lift, Forms::tr("Lift blocks"), target,
                    Forms::tr("They may try again at once, and their strikes are forgotten.")};
    form.fields = {reasonField(liftReasons(), liftReasons().constFirst())};
    form.verb = [count](const QVariantMap &) { return Forms::tr("Lift %n block(s)", nullptr, count); };
    return form;
}

ActionForm extendForm(const QString &target, int count) {
    ActionForm form{form::extend, Forms::tr("Extend blocks"), target,
                    Forms::tr("They stay blocked that much longer than now.")};
    QList<QPair<QString, QVariant>> spans;
    for (const qint64 ms : {hourMs / 4, hourMs, 6 * hourMs, 24 * hourMs, 7 * 24 * hourMs})
        spans.append({spanText(Milliseconds(ms)), ms});
    form.fields = {{Kind::Choice, byKey, Forms::tr("Longer by"), hourMs, 0, 0, {}, spans}, reasonField(banReasons())};
    form.verb = [count](const QVariantMap &) { return Forms::tr("Extend %n block(s)", nullptr, count); };
    return form;
}

ActionForm banForm(const QString &target, int count, Instant now) {
    ActionForm form{form::ban, Forms::tr("Put on the ban list"), target,
                    Forms::tr("A block ends by itself; a ban stays until its end or until somebody lifts it.")};
    form.fields = QList<ActionField>{reasonField(banReasons())} + expiryFields(std::nullopt, now);
    form.verb = [count](const QVariantMap &) { return Forms::tr("Ban %n subject(s)", nullptr, count); };
    form.check = notOver(now);
    return form;
}

ActionForm addBanForm(Instant now) {
    ActionForm form{form::addBan, Forms::tr("Add to the ban list"), {}, {}};
    QList<QPair<QString, QVariant>> kinds, matches;
    for (const QString &kind : knownKinds())
        kinds.append({kindWord(kind), kind});
    for (const BanMatch match : {BanMatch::Exact, BanMatch::Prefix, BanMatch::Cidr})
        matches.append({matchWord(match), toString(match)});
    ActionField value{Kind::Text, valueKey, Forms::tr("Value"), QString()};
    value.highest = wemo::blocking::longestValue;
    value.required = true;
    form.fields =
        QList<ActionField>{
            {Kind::Choice, kindKey, Forms::tr("Kind"), kinds.constFirst().second, 0, 0, {}, kinds},
            {Kind::Choice, matchKey, Forms::tr("Catches"), matches.constFirst().second, 0, 0, {}, matches},
            value,
            reasonField(banReasons())} +
        expiryFields(std::nullopt, now);
    form.verb = [](const QVariantMap &values) {
        const QString what = values.value(valueKey).toString();
        return what.isEmpty() ? Forms::tr("Add") : Forms::tr("Ban %1").arg(what);
    };
    form.check = [now](const QVariantMap &values) { return newBanFaults(values, now); };
    return form;
}

ActionForm editBanForm(const Ban &ban, Instant now) {
    ActionForm form{form::editBan, Forms::tr("Change the ban"), ban.masked, {}};
    form.fields = QList<ActionField>{reasonField(banReasons(), ban.reason)} + expiryFields(ban.expiresAt, now);
    form.verb = [](const QVariantMap &) { return Forms::tr("Save"); };
    form.check = notOver(now);
    return form;
}

ActionForm liftBansForm(const QString &target, int count) {
    ActionForm form{form::liftBans, Forms::tr("Lift bans"), target,
                    Forms::tr("They are no longer caught, from this moment on.")};
    form.fields = {reasonField(liftReasons(), liftReasons().constFirst())};
    form.verb = [count](const QVariantMap &) { return Forms::tr("Lift %n ban(s)", nullptr, count); };
    return form;
}

ActionForm undoImportForm(const BanImport &import) {
    ActionForm form{form::undoImport, Forms::tr("Take the import back"), import.name,
                    Forms::tr("Every ban that came with this file and still stands is lifted.")};
    form.dangerous = true;
    form.fields = {reasonField({Forms::tr("The wrong file"), Forms::tr("The list is out of date")})};
    form.verb = [count = static_cast<int>(import.good)](const QVariantMap &) {
        return Forms::tr("Lift %n ban(s)", nullptr, count);
    };
    return form;
}

NewBan newBanOf(const QVariantMap &values) {
    NewBan ban;
    ban.kind = values.value(kindKey).toString();
    ban.match = wemo::blocking::banMatchFromString(values.value(matchKey).toString()).value_or(BanMatch::Exact);
    ban.value = values.value(valueKey).toString();
    ban.reason = reasonOf(values);
    ban.expiresAt = expiryOf(values);
    return ban;
}

std::optional<Instant> expiryOf(const QVariantMap &values) {
    if (!values.value(limitedKey).toBool())
        return std::nullopt;
    return fromMs(values.value(expiresKey).toLongLong());
}

Milliseconds extensionOf(const QVariantMap &values) {
    return Milliseconds(values.value(byKey).toLongLong());
}

QString reasonOf(const QVariantMap &values) {
    return values.value(reasonKey).toString();
}

QString banDifference(const Ban &read, const Ban &theirs) {
    const auto until = [](const Ban &ban) {
        return ban.expiresAt ? ui::dateAndTime(*ban.expiresAt) : Forms::tr("until it is lifted");
    };
    QStringList lines{Forms::tr("Somebody else changed this ban meanwhile. Yours is not saved yet and not lost; saving "
                                "again puts it over theirs.")};
    if (read.reason != theirs.reason)
        lines.append(Forms::tr("Reason now: %1 (was: %2)").arg(theirs.reason, read.reason));
    if (read.expiresAt != theirs.expiresAt)
        lines.append(Forms::tr("Ends now: %1 (was: %2)").arg(until(theirs), until(read)));
    if (read.state != theirs.state)
        lines.append(Forms::tr("State now: %1").arg(banPill(theirs.state).word));
    return lines.join(u'\n');
}

} // namespace wemo::pages::blocking
