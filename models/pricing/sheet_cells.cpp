#include "models/pricing/sheet_cells.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::pricing {

namespace {
enum GroupIndex { BaseGroup, TimeGroup, DistanceGroup, PackagesGroup, ZonesGroup, CalendarGroup, CapGroup, TakesGroup };

// ---- writing

/// Puts the cells of an item down field by field, in the order of its group.
class ItemWriter {
public:
    ItemWriter(Cells &cells, int group, int item)
        : m_cells(cells)
        , m_place{group, item, 0} {}
    ItemWriter &text(const QString &text) {
        if (!text.isEmpty())
            m_cells.insert(m_place, text);
        ++m_place.field;
        return *this;
    }
    ItemWriter &money(Rate rate) { return text(rateText(rate)); }
    ItemWriter &whole(qint64 number) { return text(QString::number(number)); }

private:
    Cells &m_cells;
    CellPlace m_place;
};

/// A component without the word that names it.
QJsonObject bodyOf(const Component &component) {
    Config config;
    config.components = {component};
    QJsonObject body = toJson(config).value("components").toArray().first().toObject();
    body.remove("component");
    return body;
}

QString compact(const QJsonDocument &document) {
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

void writeSegments(Cells &cells, int group, const std::vector<Segment> &segments) {
    int item = 0;
    for (const Segment &segment : segments)
        ItemWriter(cells, group, item++)
            .whole(segment.start)
            .text(segment.end ? QString::number(*segment.end) : QString())
            .money(segment.rate)
            .whole(segment.interval);
}

struct ComponentCells {
    Cells &cells;
    int &caps;

    void operator()(const Base &base) const { ItemWriter(cells, BaseGroup, 0).money(base.price).whole(base.minutes); }
    void operator()(const TimeSegments &time) const { writeSegments(cells, TimeGroup, time.segments); }
    void operator()(const DistanceSegments &distance) const { writeSegments(cells, DistanceGroup, distance.segments); }
    void operator()(const Packages &packages) const {
        int item = 0;
        for (const Package &package : packages.packages)
            ItemWriter(cells, PackagesGroup, item++)
                .whole(package.hours)
                .money(package.price)
                .whole(package.includedKm)
                .money(package.overtimePerMinute)
                .money(package.extraPerKm);
    }
    void operator()(const ZoneFees &zones) const {
        ItemWriter(cells, ZonesGroup, 0).text(compact(QJsonDocument(bodyOf(zones).value("fees").toArray())));
    }
    void operator()(const Calendar &calendar) const {
        ItemWriter(cells, CalendarGroup, 0).text(compact(QJsonDocument(bodyOf(calendar))));
    }
    void operator()(const Cap &cap) const {
        ItemWriter(cells, CapGroup, caps++)
            .money(cap.amount)
            .whole(cap.minutes)
            .text(bodyOf(cap).value("scope").toString());
    }
};

QString takesText(const Config &config) {
    QStringList words;
    if (config.takesPass)
        words.append("pass");
    if (config.takesCode)
        words.append("code");
    if (config.takesCredit)
        words.append("credit");
    return words.isEmpty() ? QStringLiteral("none") : words.join(u' ');
}

// ---- reading

/// The cells of one item; mistakes are collected under their keys.
class ItemReader {
public:
    ItemReader(const Cells &cells, CellPlace place, QList<FieldError> &errors)
        : m_cells(cells)
        , m_place(place)
        , m_errors(errors) {}

    QString text(int field) const { return m_cells.value({m_place.group, m_place.item, field}); }
    std::optional<Rate> optionalMoney(int field) {
        const QString cell = text(field);
        const std::optional<Rate> rate = rateFromText(cell);
        if (!rate && !cell.isEmpty())
            fail(field, "not-an-amount", "Expected an amount such as 2.5, with at most four decimals.");
        return rate;
    }
    Rate money(int field) {
        requireFilled(field);
        return optionalMoney(field).value_or(0);
    }
    std::optional<qint64> optionalWhole(int field) {
        const QString cell = text(field);
        const std::optional<Rate> number = rateFromText(cell);
        if (number && *number % perTwd == 0)
            return *number / perTwd;
        if (!cell.isEmpty())
            fail(field, "not-an-integer", "Expected a whole number.");
        return std::nullopt;
    }
    qint64 whole(int field) {
        requireFilled(field);
        return optionalWhole(field).value_or(0);
    }
    void fail(int field, const char *code, const QString &message) {
        m_errors.append({cellKey({m_place.group, m_place.item, field}), QString::fromLatin1(code), message});
    }
    void failInside(int field, const QString &path, const FieldError &error) {
        m_errors.append({joinedPath(cellKey({m_place.group, m_place.item, field}), path), error.code, error.message});
    }

private:
    void requireFilled(int field) {
        if (text(field).isEmpty())
            fail(field, "required", "This is needed here.");
    }

    const Cells &m_cells;
    CellPlace m_place;
    QList<FieldError> &m_errors;
};

Segment readSegment(ItemReader &cells) {
    Segment segment;
    segment.start = cells.whole(0);
    segment.end = cells.optionalWhole(1);
    segment.rate = cells.money(2);
    segment.interval = cells.optionalWhole(3).value_or(1);
    return segment;
}

Package readPackage(ItemReader &cells) {
    Package package;
    package.hours = cells.whole(0);
    package.price = cells.money(1);
    package.includedKm = cells.optionalWhole(2).value_or(0);
    package.overtimePerMinute = cells.money(3);
    package.extraPerKm = cells.money(4);
    return package;
}

Cap readCap(ItemReader &cells) {
    Cap cap;
    cap.amount = cells.money(0);
    cap.minutes = cells.whole(1);
    const QString scope = cells.text(2);
    if (scope == u"rent")
        cap.scope = CapScope::Rent;
    else if (!scope.isEmpty() && scope != u"time")
        cells.fail(2, "unknown-word", "Expected time or rent.");
    return cap;
}

/// The codec of configs reads the body, beside a base that makes a whole of it.
std::optional<Component> readJson(ItemReader &cells, QJsonObject body, const QString &word) {
    body.insert("component", word);
    const QJsonObject base{{"component", "base"}, {"price", "0"}};
    Result<Config> config = configFromJson({{"components", QJsonArray{base, body}}});
    if (config)
        return config->components.back();
    for (const FieldError &error : std::as_const(config.error().fields))
        cells.failInside(0, error.path.section(u'.', 1), error);
    return std::nullopt;
}

std::optional<Component> readJsonCell(ItemReader &cells, int group) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(cells.text(0).toUtf8(), &error);
    const bool isZones = group == ZonesGroup;
    if (error.error != QJsonParseError::NoError || document.isArray() != isZones) {
        cells.fail(0, "bad-json", isZones ? "Expected a JSON array of fees." : "Expected a JSON object with rules.");
        return std::nullopt;
    }
    return readJson(cells, isZones ? QJsonObject{{"fees", document.array()}} : document.object(), groupWord(group));
}

void readTakes(ItemReader &cells, Config &config) {
    QStringList words = cells.text(0).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        cells.fail(0, "required", "Name what is taken: pass, code, credit, or none.");
    if (words == QStringList{"none"})
        words.clear();
    config.takesPass = words.removeOne("pass");
    config.takesCode = words.removeOne("code");
    config.takesCredit = words.removeOne("credit");
    if (!words.isEmpty())
        cells.fail(0, "unknown-word", "Expected pass, code and credit, each once at most, or none.");
}

template <typename List>
auto &listIn(Config &config) {
    if (config.components.empty() || !std::holds_alternative<List>(config.components.back()))
        config.components.push_back(List{});
    return std::get<List>(config.components.back());
}

void readItem(ItemReader &cells, int group, Config &config) {
    switch (group) {
    case BaseGroup:
        config.components.push_back(Base{cells.money(0), cells.optionalWhole(1).value_or(0)});
        break;
    case TimeGroup:
        listIn<TimeSegments>(config).segments.push_back(readSegment(cells));
        break;
    case DistanceGroup:
        listIn<DistanceSegments>(config).segments.push_back(readSegment(cells));
        break;
    case PackagesGroup:
        listIn<Packages>(config).packages.push_back(readPackage(cells));
        break;
    case CapGroup:
        config.components.push_back(readCap(cells));
        break;
    case TakesGroup:
        readTakes(cells, config);
        break;
    default:
        if (const std::optional<Component> component = readJsonCell(cells, group))
            config.components.push_back(*component);
    }
}
} // namespace

Cells cellsOf(const Config &config, std::optional<int> group) {
    Cells cells;
    int caps = 0;
    for (const Component &component : config.components)
        if (!group || component.index() == static_cast<std::size_t>(*group))
            std::visit(ComponentCells{cells, caps}, component);
    ItemWriter(cells, TakesGroup, 0).text(takesText(config));
    return cells;
}

CellsRead readCells(const Cells &cells) {
    CellsRead read;
    int position = 0;
    CellPlace last{-1, -1, 0};
    for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
        const CellPlace place = cell.key();
        if (cell->isEmpty() || (place.group == last.group && place.item == last.item))
            continue;
        position = place.group == last.group ? position + 1 : 0;
        last = place;
        read.item.insert({place.group, position}, place.item);
        ItemReader reader(cells, place, read.errors);
        readItem(reader, place.group, read.config);
    }
    if (last.group != TakesGroup) {
        ItemReader reader(cells, {TakesGroup, 0, 0}, read.errors);
        readTakes(reader, read.config);
    }
    return read;
}

} // namespace wemo::pricing
