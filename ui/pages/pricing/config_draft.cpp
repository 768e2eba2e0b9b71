#include "ui/pages/pricing/config_draft.h"

#include "models/pricing/config_limits.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
const QString componentsKey = QStringLiteral("components");
const QString takesKey = QStringLiteral("takes");
const QString holidaysKey = QStringLiteral("holidays");
const QString componentKey = QStringLiteral("component");

QString textOf(const QJsonValue &value) {
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (!value.isArray())
        return value.toString();
    QStringList words;
    for (const QJsonValue &word : value.toArray())
        words.append(word.toString());
    return words.join(u' ');
}

QJsonValue wholeOf(const QString &text) {
    bool isWhole = false;
    const qint64 number = text.trimmed().toLongLong(&isWhole);
    return isWhole ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue valueOf(FieldKind kind, const QString &text) {
    if (kind == FieldKind::Whole)
        return wholeOf(text);
    if (kind != FieldKind::Weekdays)
        return text;
    return QJsonArray::fromStringList(text.split(u' ', Qt::SkipEmptyParts));
}

/// configFromJson puts zone fees in order before it looks at them: which row of the draft stands there.
std::vector<int> orderOfFees(const QJsonArray &fees) {
    std::vector<int> order(static_cast<std::size_t>(fees.size()));
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int row) {
        const QJsonObject fee = fees[row].toObject();
        return std::pair(fee.value("from").toString(), fee.value("to").toString());
    };
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) { return key(one) < key(other); });
    return order;
}
} // namespace

ConfigDraft::ConfigDraft()
    : ConfigDraft(Config{}) {}

ConfigDraft::ConfigDraft(const Config &config)
    : m_json(toJson(config)) {}

ConfigDraft::ConfigDraft(QJsonObject json)
    : m_json(std::move(json)) {}

Result<Config> ConfigDraft::config() const {
    Result<Config> read = configFromJson(m_json);
    if (read)
        return read;
    Error error = read.error();
    static const QRegularExpression fee(QStringLiteral(R"(^components\[(\d+)\]\.fees\[(\d+)\](.*)$)"));
    for (FieldError &field : error.fields) {
        if (field.code == QLatin1StringView("wrong-type") && field.message.contains(QLatin1StringView("number")))
            field.code = QStringLiteral("not-an-integer");
        const auto match = fee.match(field.path);
        if (!match.hasMatch() ||
            (field.code != QLatin1StringView("twice") && field.code != QLatin1StringView("out-of-range")))
            continue;
        const int index = match.captured(1).toInt();
        const auto order = orderOfFees(component(index).value("fees").toArray());
        const auto row = static_cast<std::size_t>(match.captured(2).toInt());
        if (row < order.size())
            field.path = QStringLiteral("components[%1].fees[%2]%3").arg(index).arg(order[row]).arg(match.captured(3));
    }
    return Failure(error);
}

QJsonArray ConfigDraft::components() const {
    return m_json.value(componentsKey).toArray();
}
QJsonObject ConfigDraft::component(int index) const {
    return components().at(index).toObject();
}
void ConfigDraft::setComponents(const QJsonArray &components) {
    m_json.insert(componentsKey, components);
}
void ConfigDraft::setComponent(int index, const QJsonObject &component) {
    QJsonArray all = components();
    all.replace(index, component);
    setComponents(all);
}

int ConfigDraft::count() const {
    return static_cast<int>(components().size());
}
QString ConfigDraft::word(int index) const {
    return component(index).value(componentKey).toString();
}

int ConfigDraft::rowCount(int index) const {
    const ComponentSpec *spec = specOf(word(index));
    return spec && spec->rows ? static_cast<int>(component(index).value(QLatin1StringView(spec->rows)).toArray().size())
                              : 0;
}

bool ConfigDraft::has(const QString &wanted) const {
    for (int i = 0; i < count(); ++i)
        if (word(i) == wanted)
            return true;
    return false;
}

bool ConfigDraft::mayAdd(const QString &wanted) const {
    if (wanted != QLatin1StringView("cap"))
        return !has(wanted);
    int caps = 0;
    for (int i = 0; i < count(); ++i)
        caps += word(i) == wanted;
    return caps < mostCaps;
}

QString ConfigDraft::text(int index, int row, const FieldSpec &field) const {
    QJsonObject json = component(index);
    if (row >= 0)
        json = json.value(QLatin1StringView(specOf(word(index))->rows)).toArray().at(row).toObject();
    return textOf(json.value(QLatin1StringView(field.key)));
}

void ConfigDraft::setText(int index, int row, const FieldSpec &field, const QString &text) {
    QJsonObject whole = component(index);
    const QString rows = row < 0 ? QString() : QString::fromLatin1(specOf(word(index))->rows);
    QJsonArray all = whole.value(rows).toArray();
    QJsonObject json = row < 0 ? whole : all.at(row).toObject();
    if (text.isEmpty() && field.mayBeMissing)
        json.remove(QLatin1StringView(field.key));
    else
        json.insert(QLatin1StringView(field.key), valueOf(field.kind, text));
    if (row < 0) {
        setComponent(index, json);
        return;
    }
    all.replace(row, json);
    whole.insert(rows, all);
    setComponent(index, whole);
}

QString ConfigDraft::path(int index, int row, const QString &key) const {
    const QString start = QStringLiteral("components[%1]").arg(index);
    if (row < 0)
        return start + u'.' + key;
    return QStringLiteral("%1.%2[%3].%4").arg(start, QLatin1StringView(specOf(word(index))->rows)).arg(row).arg(key);
}

int ConfigDraft::add(const QString &word) {
    const ComponentSpec *spec = specOf(word);
    Q_ASSERT(spec);
    QJsonArray all = components();
    int place = 0;
    while (place < all.size() &&
           placeInStack(all.at(place).toObject().value(componentKey).toString()) <= placeInStack(word))
        ++place;
    all.insert(place, freshComponent(*spec));
    setComponents(all);
    return place;
}

void ConfigDraft::remove(int index) {
    QJsonArray all = components();
    all.removeAt(index);
    setComponents(all);
}

int ConfigDraft::addRow(int index) {
    const QString rows = QString::fromLatin1(specOf(word(index))->rows);
    QJsonObject json = component(index);
    QJsonArray all = json.value(rows).toArray();
    all.append(freshRow(word(index)));
    json.insert(rows, all);
    setComponent(index, json);
    return static_cast<int>(all.size()) - 1;
}

void ConfigDraft::removeRow(int index, int row) {
    const QString rows = QString::fromLatin1(specOf(word(index))->rows);
    QJsonObject json = component(index);
    QJsonArray all = json.value(rows).toArray();
    all.removeAt(row);
    json.insert(rows, all);
    setComponent(index, json);
}

QString ConfigDraft::holidays(int index) const {
    return textOf(component(index).value(holidaysKey)).replace(u' ', u'\n');
}

void ConfigDraft::setHolidays(int index, const QString &text) {
    static const QRegularExpression between(QStringLiteral("[\\s,、;]+"));
    QJsonObject json = component(index);
    json.insert(holidaysKey, QJsonArray::fromStringList(text.split(between, Qt::SkipEmptyParts)));
    setComponent(index, json);
}

bool ConfigDraft::takes(const QString &benefit) const {
    return m_json.value(takesKey).toArray().contains(benefit);
}

void ConfigDraft::setTakes(const QString &benefit, bool takes) {
    QJsonArray all;
    for (const char *each : {"pass", "code", "credit"}) {
        const QString name = QString::fromLatin1(each);
        if (name == benefit ? takes : this->takes(name))
            all.append(name);
    }
    m_json.insert(takesKey, all);
}

bool ConfigDraft::hasShapeOf(const ConfigDraft &other) const {
    if (count() != other.count())
        return false;
    for (int i = 0; i < count(); ++i)
        if (word(i) != other.word(i) || rowCount(i) != other.rowCount(i))
            return false;
    return true;
}

} // namespace wemo::pages::pricing
