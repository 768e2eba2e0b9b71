#include "ui/pages/simulator/ride_entry.h"

#include "models/pricing/config.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace wemo::pages::simulator {

using namespace wemo::pricing;

namespace {
constexpr auto effectWords = std::to_array<std::pair<BenefitEffect, const char *>>({
    {BenefitEffect::FreeMinutes, "free_minutes"},
    {BenefitEffect::Percent, "percent"},
    {BenefitEffect::Amount, "amount"},
});

QString wordOf(BenefitEffect effect) {
    for (const auto &[value, word] : effectWords)
        if (value == effect)
            return QString::fromLatin1(word);
    return {};
}

/// Collects the JSON of a ride out of what was typed, and what is no value at all.
class Reader {
public:
    explicit Reader(const RideEntry &entry)
        : m_entry(entry) {}

    ReadRides read();

private:
    void fail(const QString &field, const QString &code) { m_read.errors.append({field, code, {}}); }
    void readWords();
    QString readStart(const QString &typed, const QString &field);
    void readDuration();
    void readMinutes();
    void readEnd();
    void readKm();
    void readHours();
    void addBenefit(const char *kind, const BenefitEntry &benefit);
    /// Nothing, and told at the field, for what is no number.
    std::optional<double> number(const QString &typed, const QString &field);
    void readRide();
    void readOther();

    const RideEntry &m_entry;
    ReadRides m_read;
    QJsonObject m_json;
    QJsonArray m_benefits;
};

ReadRides Reader::read() {
    readWords();
    m_json.insert("start", readStart(m_entry.start, "start"));
    readDuration();
    readKm();
    readHours();
    addBenefit("pass", m_entry.pass);
    addBenefit("code", m_entry.code);
    addBenefit("credit", {BenefitEffect::Amount, {}, m_entry.credit});
    if (!m_benefits.isEmpty())
        m_json.insert("benefits", m_benefits);
    readRide();
    readOther();
    return m_read;
}

void Reader::readWords() {
    const auto add = [this](const char *member, const QString &word) {
        if (!word.isEmpty())
            m_json.insert(QLatin1StringView(member), word);
    };
    add("product", m_entry.product);
    add("model", m_entry.model);
    add("tier", m_entry.tier);
    add("pickup_zone", m_entry.pickupZone);
    add("return_zone", m_entry.returnZone);
}

/// Another time takes the place of one that is wrong, so that the other fields are told of too.
QString Reader::readStart(const QString &typed, const QString &field) {
    const Result<QString> iso = isoFrom(typed);
    if (!iso)
        fail(field, iso.error().code);
    return iso.value_or(toIso(fromMs(1'700'000'000'000)));
}

void Reader::readDuration() {
    if (m_entry.end.trimmed().isEmpty())
        readMinutes();
    else
        readEnd();
    if (!m_json.contains("minutes") && !m_json.contains("seconds"))
        m_json.insert("seconds", 0);
}

void Reader::readMinutes() {
    static const QRegularExpression clock(QStringLiteral("^\\s*(\\d{1,7}):([0-5]\\d)\\s*$"));
    if (const auto match = clock.match(m_entry.minutes); match.hasMatch())
        m_json.insert("seconds", match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong());
    else if (const auto minutes = number(m_entry.minutes, "minutes"))
        m_json.insert("minutes", *minutes);
}

void Reader::readEnd() {
    const Result<QString> iso = isoFrom(m_entry.end);
    if (!iso)
        return fail("end", iso.error().code);
    const Result<QString> start = isoFrom(m_entry.start);
    const Result<Instant> from = fromIso(start.value_or(QString()));
    const Result<Instant> to = fromIso(*iso);
    if (!to)
        return fail("end", "bad-time");
    if (from && *to < *from)
        return fail("end", "inverted");
    if (from)
        m_json.insert("seconds", (toMs(*to) - toMs(*from)) / 1000);
}

void Reader::readKm() {
    m_json.insert("km", number(m_entry.km, "km").value_or(0));
}

void Reader::readHours() {
    if (m_entry.isByMinute() || m_entry.hours.trimmed().isEmpty())
        return;
    if (const auto hours = number(m_entry.hours, "hours"))
        m_json.insert("package_hours", *hours);
}

void Reader::addBenefit(const char *kind, const BenefitEntry &benefit) {
    const QString value = benefit.value.trimmed();
    if (value.isEmpty() && benefit.code.trimmed().isEmpty())
        return;
    const QString field = QString::fromLatin1(kind);
    if (value.isEmpty())
        return fail(field, "required");
    QJsonObject json{{"kind", field}, {"effect", wordOf(benefit.effect)}, {"value", value}};
    if (!benefit.code.trimmed().isEmpty())
        json.insert("code", benefit.code.trimmed());
    if (benefit.effect == BenefitEffect::FreeMinutes) {
        const auto minutes = number(value, field);
        if (!minutes)
            return;
        json.insert("value", *minutes);
    }
    m_benefits.append(json);
}

std::optional<double> Reader::number(const QString &typed, const QString &field) {
    if (typed.trimmed().isEmpty()) {
        fail(field, "required");
        return std::nullopt;
    }
    bool isNumber = false;
    const double value = QLocale::c().toDouble(typed.trimmed(), &isNumber);
    if (isNumber && std::isfinite(value))
        return value;
    fail(field, "not-numeric");
    return std::nullopt;
}

void Reader::readRide() {
    Result<Ride> ride = rideFromJson(m_json);
    if (ride)
        m_read.ride = *std::move(ride);
    else
        for (const FieldError &error : std::as_const(ride.error().fields))
            m_read.errors.append({fieldOf(error.path, m_entry), error.code, error.message});
}

void Reader::readOther() {
    if (!m_entry.otherStart)
        return;
    m_json.insert("start", readStart(*m_entry.otherStart, "other_start"));
    Result<Ride> ride = rideFromJson(m_json);
    if (ride) {
        m_read.other = *std::move(ride);
        return;
    }
    for (const FieldError &error : std::as_const(ride.error().fields))
        if (error.path == u"start")
            m_read.errors.append({"other_start", error.code, error.message});
}
} // namespace

ReadRides readRides(const RideEntry &entry) {
    return Reader(entry).read();
}

QString fieldOf(const QString &path, const RideEntry &entry) {
    if (path == u"seconds" || path == u"minutes")
        return entry.end.trimmed().isEmpty() ? QStringLiteral("minutes") : QStringLiteral("end");
    if (path == u"metres")
        return QStringLiteral("km");
    if (path == u"package_hours")
        return QStringLiteral("hours");
    if (!path.startsWith(u"benefits["))
        return path;
    QStringList given;
    const auto add = [&given](const char *field, const BenefitEntry &benefit) {
        if (!benefit.value.trimmed().isEmpty())
            given.append(QString::fromLatin1(field));
    };
    add("pass", entry.pass);
    add("code", entry.code);
    add("credit", {BenefitEffect::Amount, {}, entry.credit});
    return given.value(path.mid(9).section(u']', 0, 0).toInt(), path);
}

QString startText(Instant at) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(at) + localOffsetMs, Qt::UTC);
    return local.toString(local.time().second() == 0 ? "yyyy/MM/dd HH:mm" : "yyyy/MM/dd HH:mm:ss");
}

Result<QString> isoFrom(const QString &typed) {
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?"
                       "\\s*(Z|[+-]\\d{2}:?\\d{2})?$"));
    const auto match = pattern.match(typed.trimmed());
    if (!match.hasMatch())
        return failure(ErrorKind::InvalidInput, "bad-time", {});
    const auto part = [&match](int place) { return match.captured(place).toInt(); };
    const QDate day(part(1), part(2), part(3));
    if (!day.isValid())
        return failure(ErrorKind::InvalidInput, "bad-date", {});
    const QTime time(part(4), part(5), part(6));
    if (!time.isValid())
        return failure(ErrorKind::InvalidInput, "bad-time", {});
    QString offset = match.captured(8);
    if (offset.size() == 5)
        offset.insert(3, u':');
    return day.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate) +
           (offset.isEmpty() ? QStringLiteral("+08:00") : offset);
}

} // namespace wemo::pages::simulator
