#include "models/pricing/gbfs.h"

#include "models/core/json_reader.h"
#include "models/pricing/explain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace wemo::pricing {

namespace {
double numberOf(Rate rate) {
    return static_cast<double>(rate) / static_cast<double>(perTwd);
}

QJsonArray segmentsJson(const std::vector<Segment> &segments) {
    QJsonArray array;
    for (const Segment &segment : segments) {
        QJsonObject json{{"start", segment.start}, {"rate", numberOf(segment.rate)}, {"interval", segment.interval}};
        if (segment.end)
            json.insert("end", *segment.end);
        array.append(json);
    }
    return array;
}

/// What GBFS has no words for, in words.
QString describe(const GbfsPlan &plan, Language language) {
    const auto say = [&](const char *zh, const char *en) {
        return QString::fromUtf8(language == Language::Chinese ? zh : en);
    };
    QStringList parts{language == Language::Chinese ? plan.plan.nameZh : plan.plan.nameEn};
    if (!plan.plan.model.isEmpty())
        parts.append(say("適用車型 %1", "model %1").arg(plan.plan.model));
    if (!plan.plan.zone.isEmpty())
        parts.append(say("適用區域 %1", "zone %1").arg(plan.plan.zone));
    if (!plan.plan.tier.isEmpty())
        parts.append(say("適用身分 %1", "tier %1").arg(plan.plan.tier));
    if (plan.config.find<ZoneFees>())
        parts.append(say("另有跨區還車費或補貼", "return zone fees or subsidies apply"));
    if (plan.config.find<Calendar>())
        parts.append(say("另有時段加價或優惠", "time of day surcharges or discounts apply"));
    for (const Component &component : plan.config.components)
        if (const Cap *cap = std::get_if<Cap>(&component))
            parts.append(
                say("每 %1 分鐘最多 %2", "at most %2 in each %1 min").arg(cap->minutes).arg(moneyText(cap->amount)));
    if (plan.config.takesPass)
        parts.append(say("可使用 WeMo Pass", "WeMo Pass accepted"));
    return parts.join(say("；", "; "));
}

QJsonValue localized(const QString &zh, const QString &en, GbfsVersion version) {
    if (version == GbfsVersion::V2_3)
        return zh;
    return QJsonArray{QJsonObject{{"text", zh}, {"language", "zh-TW"}}, QJsonObject{{"text", en}, {"language", "en"}}};
}

QJsonObject planHead(const GbfsPlan &plan, const QString &suffix, Rate price, GbfsVersion version) {
    return {{"plan_id", plan.plan.code + suffix},
            {"name", localized(plan.plan.nameZh + suffix, plan.plan.nameEn + suffix, version)},
            {"description", localized(describe(plan, Language::Chinese), describe(plan, Language::English), version)},
            {"currency", "TWD"},
            {"price", numberOf(price)},
            {"is_taxable", false}};
}

void insertSegments(QJsonObject &json, const char *name, const std::vector<Segment> &segments) {
    if (!segments.empty())
        json.insert(QString::fromLatin1(name), segmentsJson(segments));
}

QJsonArray plansOf(const GbfsPlan &plan, GbfsVersion version) {
    if (const Packages *packages = plan.config.find<Packages>()) {
        QJsonArray array;
        for (const Package &package : packages->packages) {
            QJsonObject json = planHead(plan, QString("-%1h").arg(package.hours), package.price, version);
            insertSegments(json, "per_min_pricing", {{package.hours * 60, std::nullopt, package.overtimePerMinute, 1}});
            insertSegments(json, "per_km_pricing", {{package.includedKm, std::nullopt, package.extraPerKm, 1}});
            array.append(json);
        }
        return array;
    }
    const Base *base = plan.config.find<Base>();
    QJsonObject json = planHead(plan, {}, base ? base->price : 0, version);
    if (const auto *time = plan.config.find<TimeSegments>())
        insertSegments(json, "per_min_pricing", time->segments);
    if (const auto *distance = plan.config.find<DistanceSegments>())
        insertSegments(json, "per_km_pricing", distance->segments);
    return {json};
}

class Findings {
public:
    void add(const QString &path, const char *code, const QString &message) {
        errors.append({path, QString::fromLatin1(code), message});
    }
    QList<FieldError> errors;
};

void checkSegments(Findings &found, const QString &path, const QJsonValue &value) {
    const QJsonArray segments = value.toArray();
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QJsonObject segment = segments[i].toObject();
        const QString at = QString("%1[%2]").arg(path).arg(i);
        if (segment.value("start").toDouble(-1) < 0)
            found.add(at + ".start", "out-of-range", "Expected a number from 0.");
        if (segment.contains("end") && segment.value("end").toDouble() <= segment.value("start").toDouble())
            found.add(at + ".end", "inverted", "The segment ends before it starts.");
        if (segment.value("interval").toDouble(-1) < 0)
            found.add(at + ".interval", "out-of-range", "Expected a number from 0.");
        if (!segment.value("rate").isDouble())
            found.add(at + ".rate", "wrong-type", "Expected a number.");
    }
}

void checkLanguages(Findings &found, const QString &path, const QJsonValue &value, GbfsVersion version) {
    static const QRegularExpression form("^[a-z]{2,3}(-[A-Z]{2})?$");
    if (version == GbfsVersion::V2_3)
        return;
    const QJsonArray texts = value.toArray();
    if (texts.isEmpty())
        found.add(path, "empty", "Give at least one language.");
    for (qsizetype i = 0; i < texts.size(); ++i)
        if (!form.match(texts[i].toObject().value("language").toString()).hasMatch())
            found.add(QString("%1[%2].language").arg(path).arg(i), "bad-language",
                      "Expected a language such as zh-TW.");
}

void checkPlan(Findings &found, const QString &path, const QJsonObject &plan, GbfsVersion version) {
    static const QRegularExpression currency("^[A-Z]{3}$");
    if (!currency.match(plan.value("currency").toString()).hasMatch())
        found.add(path + ".currency", "wrong-currency", "Expected a currency such as TWD.");
    if (plan.value("price").toDouble(-1) < 0)
        found.add(path + ".price", "out-of-range", "Expected a number from 0.");
    checkLanguages(found, path + ".name", plan.value("name"), version);
    checkLanguages(found, path + ".description", plan.value("description"), version);
    checkSegments(found, path + ".per_min_pricing", plan.value("per_min_pricing"));
    checkSegments(found, path + ".per_km_pricing", plan.value("per_km_pricing"));
}

Rate rateOf(JsonReader &reader, const QString &name) {
    const double value = reader.number(name, -1e6, 1e6) * static_cast<double>(perTwd);
    const double whole = std::round(value);
    if (std::abs(value - whole) > 1e-3)
        reader.fail(name, "too-precise", "At most four decimals.");
    return static_cast<Rate>(whole);
}

std::vector<Segment> readSegments(JsonReader &reader, const QString &name) {
    std::vector<Segment> segments;
    if (!reader.has(name))
        return segments;
    const QJsonArray array = reader.array(name, 50);
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonReader item(array[i].toObject(), reader.pathOf(QString("%1[%2]").arg(name).arg(i)));
        Segment segment;
        segment.start = item.integer("start", 0, 1'000'000);
        segment.end = item.optionalInteger("end", 0, 1'000'000);
        segment.rate = rateOf(item, "rate");
        segment.interval = item.integer("interval", 0, 1'000'000);
        if (const Result<void> read = item.finishLenient(); !read)
            reader.failAll(read.error().fields);
        segments.push_back(segment);
    }
    return segments;
}
} // namespace

QJsonObject gbfsDocument(const QList<GbfsPlan> &plans, GbfsVersion version, Instant updatedAt, qint64 ttlSeconds) {
    QJsonArray array;
    for (const GbfsPlan &plan : plans) {
        const QJsonArray own = plansOf(plan, version);
        for (const QJsonValue &one : own)
            array.append(one);
    }
    const bool isOld = version == GbfsVersion::V2_3;
    return {{"last_updated", isOld ? QJsonValue(toMs(updatedAt) / 1000) : QJsonValue(toIso(updatedAt))},
            {"ttl", ttlSeconds},
            {"version", isOld ? "2.3" : "3.0"},
            {"data", QJsonObject{{"plans", array}}}};
}

QList<FieldError> checkGbfs(const QJsonObject &document, GbfsVersion version) {
    Findings found;
    QSet<QString> ids;
    const QJsonArray plans = document.value("data").toObject().value("plans").toArray();
    for (qsizetype i = 0; i < plans.size(); ++i) {
        const QJsonObject plan = plans[i].toObject();
        const QString path = QString("data.plans[%1]").arg(i);
        const QString id = plan.value("plan_id").toString();
        if (id.isEmpty())
            found.add(path + ".plan_id", "required", "This field is required.");
        else if (ids.contains(id))
            found.add(path + ".plan_id", "twice", "Another plan has this id.");
        ids.insert(id);
        checkPlan(found, path, plan, version);
    }
    return found.errors;
}

Result<Config> configFromGbfs(const QJsonObject &plan) {
    JsonReader reader(plan);
    Config config;
    config.components.push_back(Base{rateOf(reader, "price"), 0});
    std::vector<Segment> time = readSegments(reader, "per_min_pricing");
    std::vector<Segment> distance = readSegments(reader, "per_km_pricing");
    if (!time.empty())
        config.components.push_back(TimeSegments{std::move(time)});
    if (!distance.empty())
        config.components.push_back(DistanceSegments{std::move(distance)});
    reader.failAll(check(config));
    return reader.finishLenient(std::move(config));
}

} // namespace wemo::pricing
