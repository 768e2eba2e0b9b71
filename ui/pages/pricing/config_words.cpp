#include "ui/pages/pricing/config_words.h"

#include "models/pricing/config_diff.h"
#include "ui/pages/pricing/config_draft.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace wemo::pages::pricing {

namespace {
struct Words {
    const char *key;
    const char *text;
};

const Words titles[] = {
    {"base", QT_TRANSLATE_NOOP("Pricing", "Flat fee")},
    {"time", QT_TRANSLATE_NOOP("Pricing", "Rates by time")},
    {"distance", QT_TRANSLATE_NOOP("Pricing", "Rates by distance")},
    {"packages", QT_TRANSLATE_NOOP("Pricing", "Hourly packages")},
    {"zones", QT_TRANSLATE_NOOP("Pricing", "Zone fees")},
    {"calendar", QT_TRANSLATE_NOOP("Pricing", "Times and days")},
    {"cap", QT_TRANSLATE_NOOP("Pricing", "Cap")},
};

const Words hints[] = {
    {"base", QT_TRANSLATE_NOOP("Pricing", "Asked once; covers the first minutes.")},
    {"time", QT_TRANSLATE_NOOP("Pricing", "A part minute counts as one. Rates that overlap add; each 0 charges once.")},
    {"distance",
     QT_TRANSLATE_NOOP("Pricing", "A part kilometre counts as one. Rates that overlap add; each 0 charges once.")},
    {"packages", QT_TRANSLATE_NOOP("Pricing", "Hours bought in one piece, instead of a flat fee and rates.")},
    {"zones",
     QT_TRANSLATE_NOOP("Pricing", "A fee, or with a minus a subsidy, which never takes the rent below 0. The entry "
                                  "that names more wins.")},
    {"calendar", QT_TRANSLATE_NOOP(
                     "Pricing", "Surcharges, or with a minus discounts, by the clock of Taipei. All that apply add.")},
    {"cap", QT_TRANSLATE_NOOP("Pricing", "At most this much in each window from the start of the ride.")},
};

const Words labels[] = {
    {"base.minutes", QT_TRANSLATE_NOOP("Pricing", "Covers (min)")},
    {"time.start", QT_TRANSLATE_NOOP("Pricing", "From (min)")},
    {"time.end", QT_TRANSLATE_NOOP("Pricing", "To (min)")},
    {"time.interval", QT_TRANSLATE_NOOP("Pricing", "Each (min)")},
    {"distance.start", QT_TRANSLATE_NOOP("Pricing", "From (km)")},
    {"distance.end", QT_TRANSLATE_NOOP("Pricing", "To (km)")},
    {"distance.interval", QT_TRANSLATE_NOOP("Pricing", "Each (km)")},
    {"zones.from", QT_TRANSLATE_NOOP("Pricing", "Picked up in")},
    {"zones.to", QT_TRANSLATE_NOOP("Pricing", "Returned in")},
    {"cap.minutes", QT_TRANSLATE_NOOP("Pricing", "Window (min)")},
    {"calendar.from", QT_TRANSLATE_NOOP("Pricing", "From")},
    {"calendar.to", QT_TRANSLATE_NOOP("Pricing", "To")},
    {"calendar.value", QT_TRANSLATE_NOOP("Pricing", "Value (% or NT$)")},
    {"rate", QT_TRANSLATE_NOOP("Pricing", "Rate (NT$)")},
    {"price", QT_TRANSLATE_NOOP("Pricing", "Price (NT$)")},
    {"amount", QT_TRANSLATE_NOOP("Pricing", "Amount (NT$)")},
    {"hours", QT_TRANSLATE_NOOP("Pricing", "Hours")},
    {"included_km", QT_TRANSLATE_NOOP("Pricing", "Included km")},
    {"overtime_per_minute", QT_TRANSLATE_NOOP("Pricing", "Overtime per min (NT$)")},
    {"extra_per_km", QT_TRANSLATE_NOOP("Pricing", "Extra per km (NT$)")},
    {"name_zh", QT_TRANSLATE_NOOP("Pricing", "Name (Chinese)")},
    {"name_en", QT_TRANSLATE_NOOP("Pricing", "Name (English)")},
    {"effect", QT_TRANSLATE_NOOP("Pricing", "Effect")},
    {"holidays", QT_TRANSLATE_NOOP("Pricing", "Holidays")},
    {"weekdays", QT_TRANSLATE_NOOP("Pricing", "Days")},
    {"scope", QT_TRANSLATE_NOOP("Pricing", "Limits")},
};

const Words choices[] = {
    {"effect.percent", QT_TRANSLATE_NOOP("Pricing", "Percent")},
    {"effect.flat", QT_TRANSLATE_NOOP("Pricing", "NT$ once")},
    {"effect.per_minute", QT_TRANSLATE_NOOP("Pricing", "NT$ per min")},
    {"holidays.any", QT_TRANSLATE_NOOP("Pricing", "As other days")},
    {"holidays.only", QT_TRANSLATE_NOOP("Pricing", "Holidays only")},
    {"holidays.never", QT_TRANSLATE_NOOP("Pricing", "Not on holidays")},
    {"scope.time", QT_TRANSLATE_NOOP("Pricing", "Time charges")},
    {"scope.rent", QT_TRANSLATE_NOOP("Pricing", "Whole rent")},
};

const Words days[] = {
    {"mon", QT_TRANSLATE_NOOP("Pricing", "Mon")}, {"tue", QT_TRANSLATE_NOOP("Pricing", "Tue")},
    {"wed", QT_TRANSLATE_NOOP("Pricing", "Wed")}, {"thu", QT_TRANSLATE_NOOP("Pricing", "Thu")},
    {"fri", QT_TRANSLATE_NOOP("Pricing", "Fri")}, {"sat", QT_TRANSLATE_NOOP("Pricing", "Sat")},
    {"sun", QT_TRANSLATE_NOOP("Pricing", "Sun")},
};

const Words benefits[] = {
    {"pass", QT_TRANSLATE_NOOP("Pricing", "WeMo Pass")},
    {"code", QT_TRANSLATE_NOOP("Pricing", "Coupon or code")},
    {"credit", QT_TRANSLATE_NOOP("Pricing", "Riding credit")},
};

const Words adders[] = {
    {"time", QT_TRANSLATE_NOOP("Pricing", "Add a rate")},
    {"distance", QT_TRANSLATE_NOOP("Pricing", "Add a rate")},
    {"packages", QT_TRANSLATE_NOOP("Pricing", "Add a package")},
    {"zones", QT_TRANSLATE_NOOP("Pricing", "Add a zone fee")},
    {"calendar", QT_TRANSLATE_NOOP("Pricing", "Add a rule")},
};

QString translated(const char *text) {
    return QCoreApplication::translate("Pricing", text);
}

template <std::size_t N>
QString find(const Words (&table)[N], const QString &key, const QString &otherwise) {
    for (const Words &words : table)
        if (key == QLatin1StringView(words.key))
            return translated(words.text);
    return otherwise;
}

/// "components.cap_2.amount", "components.time.segments[0].rate", "takes[1]".
struct Parts {
    QString component;
    int number = 1; ///< of several caps
    int row = -1;
    QString key;
};
std::optional<Parts> partsOf(const QString &path) {
    static const QRegularExpression form(
        QStringLiteral(R"(^components\.([a-z]+)(?:_(\d+))?\.(?:[a-z]+\[(\d+)\]\.)?([a-z_]+)(?:\[\d+\])?$)"));
    const auto match = form.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    Parts parts{match.captured(1), 1, -1, match.captured(4)};
    if (!match.captured(2).isEmpty())
        parts.number = match.captured(2).toInt();
    if (!match.captured(3).isEmpty())
        parts.row = match.captured(3).toInt();
    return parts;
}

bool isMoney(const QString &key) {
    static const QStringList keys{"rate", "price", "amount", "overtime_per_minute", "extra_per_km"};
    return keys.contains(key);
}

/// Where a path stands in the form: component, which of several, row, field. Numbers, as texts put 10 before 2.
std::array<qsizetype, 4> orderOf(const QString &path) {
    const std::optional<Parts> parts = partsOf(path);
    if (!parts)
        return {std::ssize(componentSpecs()), 0, 0, 0};
    const ComponentSpec *spec = specOf(parts->component);
    if (!spec)
        return {std::ssize(componentSpecs()), 0, 0, 0};
    const auto field = std::find_if(spec->fields.begin(), spec->fields.end(),
                                    [&](const FieldSpec &each) { return parts->key == QLatin1StringView(each.key); });
    return {spec - componentSpecs().data(), parts->number, parts->row, field - spec->fields.begin()};
}

void append(QString &list, const QString &value) {
    if (!list.isEmpty() && !value.isEmpty())
        list += translated(QT_TRANSLATE_NOOP("Pricing", ", "));
    list += value;
}

QString money(const QString &value) {
    const auto rate = wemo::pricing::rateFromText(value);
    return rate ? wemo::pricing::moneyText(*rate) : value;
}
} // namespace

QString componentTitle(const QString &word) {
    return find(titles, word, word);
}
QString componentHint(const QString &word) {
    return find(hints, word, {});
}
QString fieldLabel(const QString &component, const QString &key) {
    return find(labels, component + u'.' + key, find(labels, key, key));
}
QString choiceLabel(const QString &key, const QString &word) {
    return find(choices, key + u'.' + word, word);
}
QString weekdayLabel(const QString &word) {
    return find(days, word, word);
}
QString benefitLabel(const QString &word) {
    return find(benefits, word, word);
}
QString addRowLabel(const QString &component) {
    return find(adders, component, {});
}

QString pathWords(const QString &path) {
    if (path.startsWith(QLatin1StringView("takes")))
        return translated(QT_TRANSLATE_NOOP("Pricing", "Benefits taken"));
    const std::optional<Parts> parts = partsOf(path);
    if (!parts)
        return path;
    QString whole = componentTitle(parts->component);
    if (parts->row >= 0 || parts->number > 1)
        whole = QStringLiteral("%1 %2").arg(whole).arg(parts->row >= 0 ? parts->row + 1 : parts->number);
    return QStringLiteral("%1 · %2").arg(whole, fieldLabel(parts->component, parts->key));
}

QString valueWords(const QString &path, const QString &value, const CatalogNames &names) {
    if (value.isEmpty())
        return value;
    if (path.startsWith(QLatin1StringView("takes")))
        return benefitLabel(value);
    const std::optional<Parts> parts = partsOf(path);
    if (!parts)
        return value;
    if (isMoney(parts->key))
        return money(value);
    if (parts->key == QLatin1StringView("weekdays"))
        return weekdayLabel(value);
    if (parts->component == QLatin1StringView("zones"))
        return names.zone(value);
    return choiceLabel(parts->key, value);
}

QList<ChangeWords> changeWords(const wemo::pricing::Config &before, const wemo::pricing::Config &after,
                               const CatalogNames &names) {
    QList<wemo::pricing::ConfigChange> changes = wemo::pricing::differences(before, after);
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto &one, const auto &other) { return orderOf(one.path) < orderOf(other.path); });
    QList<ChangeWords> words;
    for (const auto &change : std::as_const(changes)) {
        const QString field = pathWords(change.path);
        if (words.isEmpty() || words.constLast().field != field)
            words.append({field, {}, {}});
        append(words.last().before, valueWords(change.path, change.before, names));
        append(words.last().after, valueWords(change.path, change.after, names));
    }
    return words;
}

} // namespace wemo::pages::pricing
