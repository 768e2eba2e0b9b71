#include "models/core/enum_names.h"
#include "models/core/json_parts.h"
#include "models/pricing/config.h"
#include "models/pricing/config_limits.h"
#include "models/pricing/money_json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace wemo::pricing {

namespace {
constexpr std::array<const char *, std::variant_size_v<Component>> words{"base",  "time",     "distance", "packages",
                                                                         "zones", "calendar", "cap"};
constexpr std::array<const char *, 7> weekdayWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr EnumNames<HolidayRule, 3> holidayRules{
    {{HolidayRule::Any, "any"}, {HolidayRule::Only, "only"}, {HolidayRule::Never, "never"}}};
constexpr EnumNames<CalendarEffect, 3> effects{
    {{CalendarEffect::Percent, "percent"}, {CalendarEffect::Flat, "flat"}, {CalendarEffect::PerMinute, "per_minute"}}};
constexpr EnumNames<CapScope, 2> scopes{{{CapScope::Time, "time"}, {CapScope::Rent, "rent"}}};

// ---- writing
// ----------------------------------------------------------------------------------------------------------

template <typename T, typename Write>
QJsonArray arrayOf(const std::vector<T> &items, Write write) {
    QJsonArray array;
    for (const T &item : items)
        array.append(write(item));
    return array;
}

QJsonObject segmentJson(const Segment &segment) {
    QJsonObject json{{"start", segment.start}, {"rate", rateText(segment.rate)}, {"interval", segment.interval}};
    if (segment.end)
        json.insert("end", *segment.end);
    return json;
}

QJsonObject packageJson(const Package &package) {
    return {{"hours", package.hours},
            {"price", rateText(package.price)},
            {"included_km", package.includedKm},
            {"overtime_per_minute", rateText(package.overtimePerMinute)},
            {"extra_per_km", rateText(package.extraPerKm)}};
}

QJsonObject feeJson(const ZoneFee &fee) {
    QJsonObject json{{"amount", rateText(fee.amount)}};
    if (!fee.from.isEmpty())
        json.insert("from", fee.from);
    if (!fee.to.isEmpty())
        json.insert("to", fee.to);
    return json;
}

QString clockText(int minute) {
    return QString("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QJsonObject ruleJson(const CalendarRule &rule) {
    QJsonArray weekdays;
    for (std::size_t day = 0; day < weekdayWords.size(); ++day)
        if (rule.weekdays & (1 << day))
            weekdays.append(QString::fromLatin1(weekdayWords[day]));
    const bool isPercent = rule.effect == CalendarEffect::Percent;
    return {{"name_zh", rule.nameZh},
            {"name_en", rule.nameEn},
            {"weekdays", weekdays},
            {"holidays", holidayRules.toString(rule.holidays)},
            {"from", clockText(rule.fromMinute)},
            {"to", clockText(rule.toMinute)},
            {"effect", effects.toString(rule.effect)},
            {"value", isPercent ? percentText(rule.value) : rateText(rule.value)}};
}

struct ComponentJson {
    QJsonObject operator()(const Base &base) const {
        return {{"price", rateText(base.price)}, {"minutes", base.minutes}};
    }
    QJsonObject operator()(const TimeSegments &time) const {
        return {{"segments", arrayOf(time.segments, segmentJson)}};
    }
    QJsonObject operator()(const DistanceSegments &distance) const {
        return {{"segments", arrayOf(distance.segments, segmentJson)}};
    }
    QJsonObject operator()(const Packages &packages) const {
        return {{"packages", arrayOf(packages.packages, packageJson)}};
    }
    QJsonObject operator()(const ZoneFees &zones) const { return {{"fees", arrayOf(zones.fees, feeJson)}}; }
    QJsonObject operator()(const Calendar &calendar) const {
        const auto dayText = [](QDate day) { return day.toString(Qt::ISODate); };
        return {{"rules", arrayOf(calendar.rules, ruleJson)}, {"holidays", arrayOf(calendar.holidays, dayText)}};
    }
    QJsonObject operator()(const Cap &cap) const {
        return {{"amount", rateText(cap.amount)}, {"minutes", cap.minutes}, {"scope", scopes.toString(cap.scope)}};
    }
};

// ---- reading
// ----------------------------------------------------------------------------------------------------------

template <typename T>
Result<T> finished(JsonReader &reader, T value) {
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return value;
}

Result<Segment> readSegment(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Segment segment;
    segment.start = reader.integer("start", 0, mostMinutes);
    segment.end = reader.optionalInteger("end", 0, mostMinutes);
    segment.rate = readRate(reader, "rate");
    segment.interval = reader.optionalInteger("interval", 0, mostMinutes).value_or(1);
    return finished(reader, segment);
}

Result<Package> readPackage(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Package package;
    package.hours = reader.integer("hours", 1, mostHours);
    package.price = readRate(reader, "price");
    package.includedKm = reader.optionalInteger("included_km", 0, mostKilometres).value_or(0);
    package.overtimePerMinute = readRate(reader, "overtime_per_minute");
    package.extraPerKm = readRate(reader, "extra_per_km");
    return finished(reader, package);
}

Result<ZoneFee> readFee(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    ZoneFee fee;
    fee.from = reader.optionalString("from", 60).value_or(QString());
    fee.to = reader.optionalString("to", 60).value_or(QString());
    fee.amount = readRate(reader, "amount");
    return finished(reader, fee);
}

int readClock(JsonReader &reader, const QString &name) {
    const QString text = reader.string(name, 5, 5);
    bool areDigits = text.size() == 5 && text[2] == u':';
    bool hasHours = false, hasMinutes = false;
    const int hours = text.left(2).toInt(&hasHours);
    const int minutes = text.mid(3).toInt(&hasMinutes);
    areDigits = areDigits && hasHours && hasMinutes && hours >= 0 && minutes >= 0;
    if (areDigits && minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0)))
        return hours * 60 + minutes;
    if (!text.isEmpty())
        reader.fail(name, "bad-time", "Expected a time of the day from 00:00 to 24:00.");
    return 0;
}

int readWeekdays(JsonReader &reader) {
    if (!reader.has("weekdays"))
        return everyDay;
    int mask = 0;
    const QStringList names = reader.strings("weekdays", 7, 3);
    for (const QString &name : names) {
        const auto word = std::find(weekdayWords.begin(), weekdayWords.end(), name.toLatin1());
        if (word == weekdayWords.end())
            reader.fail("weekdays", "unknown-word", "Expected mon, tue, wed, thu, fri, sat or sun.");
        else
            mask |= 1 << (word - weekdayWords.begin());
    }
    return mask;
}

Result<CalendarRule> readRule(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    CalendarRule rule;
    rule.nameZh = reader.optionalString("name_zh", 60).value_or(QString());
    rule.nameEn = reader.optionalString("name_en", 60).value_or(QString());
    rule.weekdays = readWeekdays(reader);
    if (reader.has("holidays"))
        rule.holidays = reader.word("holidays", [](QStringView word) { return holidayRules.fromString(word); });
    rule.fromMinute = readClock(reader, "from");
    rule.toMinute = readClock(reader, "to");
    rule.effect = reader.word("effect", [](QStringView word) { return effects.fromString(word); });
    rule.value = rule.effect == CalendarEffect::Percent ? readPercent(reader, "value") : readRate(reader, "value");
    return finished(reader, rule);
}

std::vector<QDate> readHolidays(JsonReader &reader) {
    std::vector<QDate> days;
    if (!reader.has("holidays"))
        return days;
    const QStringList texts = reader.strings("holidays", mostHolidays, 10);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QDate day = QDate::fromString(texts[i], Qt::ISODate);
        if (!day.isValid() || texts[i].size() != 10)
            reader.fail(QString("holidays[%1]").arg(i), "bad-date", "Expected a day such as 2026-10-10.");
        days.push_back(day);
    }
    return days;
}

Component readBody(JsonReader &reader, QStringView word) {
    if (word == u"base")
        return Base{readRate(reader, "price"), reader.optionalInteger("minutes", 0, mostMinutes).value_or(0)};
    if (word == u"time")
        return TimeSegments{itemsFrom<Segment>(reader, "segments", mostSegments, readSegment)};
    if (word == u"distance")
        return DistanceSegments{itemsFrom<Segment>(reader, "segments", mostSegments, readSegment)};
    if (word == u"packages")
        return Packages{itemsFrom<Package>(reader, "packages", mostPackages, readPackage)};
    if (word == u"zones")
        return ZoneFees{itemsFrom<ZoneFee>(reader, "fees", mostFees, readFee)};
    if (word == u"calendar")
        return Calendar{itemsFrom<CalendarRule>(reader, "rules", mostRules, readRule), readHolidays(reader)};
    Cap cap;
    cap.amount = readRate(reader, "amount");
    cap.minutes = reader.integer("minutes", shortestWindow, mostMinutes);
    if (reader.has("scope"))
        cap.scope = reader.word("scope", [](QStringView scope) { return scopes.fromString(scope); });
    return cap;
}

Result<Component> readComponent(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    const QString word = reader.string("component", 60);
    if (std::find(words.begin(), words.end(), word.toLatin1()) == words.end()) {
        reader.fail("component", "unknown-component",
                    "Expected base, time, distance, packages, zones, calendar or cap.");
        return Failure(reader.finishLenient().error());
    }
    Component component = readBody(reader, word);
    return finished(reader, std::move(component));
}

void readTakes(JsonReader &reader, Config &config) {
    if (!reader.has("takes"))
        return;
    const QStringList names = reader.strings("takes", 3, 10);
    config.takesPass = names.contains("pass");
    config.takesCode = names.contains("code");
    config.takesCredit = names.contains("credit");
    if (config.takesPass + config.takesCode + config.takesCredit != names.size())
        reader.fail("takes", "unknown-word", "Expected pass, code and credit, each once at most.");
}

void readConstant(JsonReader &reader, const QString &name, const QString &only, const char *code) {
    if (reader.has(name) && reader.string(name, 60) != only)
        reader.fail(name, QString::fromLatin1(code), QString("Only %1 is possible here.").arg(only));
}
} // namespace

QString componentWord(const Component &component) {
    return QString::fromLatin1(words[component.index()]);
}

QJsonObject toJson(const Config &config) {
    QJsonArray takes;
    if (config.takesPass)
        takes.append("pass");
    if (config.takesCode)
        takes.append("code");
    if (config.takesCredit)
        takes.append("credit");
    QJsonArray components;
    for (const Component &component : config.components) {
        QJsonObject json = std::visit(ComponentJson{}, component);
        json.insert("component", componentWord(component));
        components.append(json);
    }
    return {{"time_zone", QString::fromLatin1(localTimeZone)},
            {"currency", "TWD"},
            {"takes", takes},
            {"components", components}};
}

Result<Config> configFromJson(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Config config;
    readConstant(reader, "time_zone", QString::fromLatin1(localTimeZone), "wrong-time-zone");
    readConstant(reader, "currency", "TWD", "wrong-currency");
    readTakes(reader, config);
    config.components = itemsFrom<Component>(reader, "components", mostComponents, readComponent);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    for (Component &component : config.components) {
        if (auto *zones = std::get_if<ZoneFees>(&component))
            arrange(*zones);
        else if (auto *calendar = std::get_if<Calendar>(&component))
            arrange(*calendar);
    }
    QList<FieldError> errors = check(config);
    for (FieldError &error : errors)
        error.path = reader.pathOf(error.path);
    reader.failAll(errors);
    return finished(reader, std::move(config));
}

QByteArray canonicalText(const Config &config) {
    // QJsonObject writes its members in the order of their names.
    return QJsonDocument(toJson(config)).toJson(QJsonDocument::Compact);
}

QString fingerprintOf(const Config &config) {
    return QString::fromLatin1(QCryptographicHash::hash(canonicalText(config), QCryptographicHash::Sha256).toHex());
}

} // namespace wemo::pricing
