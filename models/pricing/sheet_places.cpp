#include "models/pricing/config_limits.h"
#include "models/pricing/sheet_cells.h"

#include <QRegularExpression>

#include <span>

namespace wemo::pricing {

namespace {
struct Field {
    const char *name;
    CellKind kind;
    const char *fallback; ///< null = may stay empty
};
constexpr Field baseFields[]{{"price", CellKind::Money, "0"}, {"minutes", CellKind::Whole, nullptr}};
constexpr Field segmentFields[]{{"start", CellKind::Whole, "0"},
                                {"end", CellKind::Whole, nullptr},
                                {"rate", CellKind::Money, "0"},
                                {"interval", CellKind::Whole, nullptr}};
constexpr Field packageFields[]{{"hours", CellKind::Whole, "1"},
                                {"price", CellKind::Money, "0"},
                                {"included_km", CellKind::Whole, nullptr},
                                {"overtime_per_minute", CellKind::Money, "0"},
                                {"extra_per_km", CellKind::Money, "0"}};
constexpr Field jsonField[]{{"", CellKind::Json, nullptr}};
constexpr Field capFields[]{
    {"amount", CellKind::Money, "0"}, {"minutes", CellKind::Whole, "1440"}, {"scope", CellKind::Word, nullptr}};
constexpr Field takesField[]{{"", CellKind::Word, nullptr}};

enum class Shape : quint8 { Single, Indexed, Numbered };
struct Group {
    const char *word;
    Shape shape;
    int most; ///< items
    std::span<const Field> fields;
};
const Group groups[]{{"base", Shape::Single, 1, baseFields},
                     {"time", Shape::Indexed, mostSegments, segmentFields},
                     {"distance", Shape::Indexed, mostSegments, segmentFields},
                     {"packages", Shape::Indexed, mostPackages, packageFields},
                     {"zones", Shape::Single, 1, jsonField},
                     {"calendar", Shape::Single, 1, jsonField},
                     {"cap", Shape::Numbered, mostCaps, capFields},
                     {"takes", Shape::Single, 1, takesField}};

const Group &groupAt(int index) {
    return groups[static_cast<std::size_t>(index)];
}
const Field &fieldAt(CellPlace place) {
    return groupAt(place.group).fields[static_cast<std::size_t>(place.field)];
}

/// The item a key's middle names: "[2]" or "_3"; -1 = not in the form of this group.
int itemOf(const Group &group, const QString &index, const QString &number) {
    if (group.shape == Shape::Indexed)
        return index.isEmpty() || !number.isEmpty() ? -1 : index.toInt();
    if (!index.isEmpty())
        return -1;
    if (number.isEmpty())
        return 0;
    return group.shape == Shape::Numbered && number.toInt() >= 2 ? number.toInt() - 1 : -1;
}

int fieldNamed(const Group &group, const QString &name) {
    for (std::size_t i = 0; i < group.fields.size(); ++i)
        if (name == QLatin1StringView(group.fields[i].name))
            return static_cast<int>(i);
    return -1;
}
} // namespace

std::optional<CellPlace> cellPlace(const QString &key) {
    static const QRegularExpression form(R"(^([a-z]+)(?:\[(0|[1-9]\d?)\]|_([1-9]))?(?:\.([a-z_]+))?$)");
    const QRegularExpressionMatch match = form.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    for (int i = 0; i < static_cast<int>(std::size(groups)); ++i) {
        const Group &group = groupAt(i);
        if (match.captured(1) != QLatin1StringView(group.word))
            continue;
        const CellPlace place{i, itemOf(group, match.captured(2), match.captured(3)),
                              fieldNamed(group, match.captured(4))};
        const bool isPlace = place.item >= 0 && place.item < group.most && place.field >= 0;
        return isPlace ? std::optional(place) : std::nullopt;
    }
    return std::nullopt;
}

QString cellKey(CellPlace place) {
    const Group &group = groupAt(place.group);
    QString key = QString::fromLatin1(group.word);
    if (group.shape == Shape::Indexed)
        key += QString("[%1]").arg(place.item);
    else if (place.item > 0)
        key += QString("_%1").arg(place.item + 1);
    const QString name = QString::fromLatin1(fieldAt(place).name);
    return name.isEmpty() ? key : key + u'.' + name;
}

QString groupWord(int group) {
    return QString::fromLatin1(groupAt(group).word);
}

CellKind cellKind(CellPlace place) {
    return fieldAt(place).kind;
}

int fieldCount(int group) {
    return static_cast<int>(groupAt(group).fields.size());
}

QString cellDefault(CellPlace place) {
    return QString::fromLatin1(fieldAt(place).fallback);
}

KeyPath keyPath(const QString &path) {
    for (const Group &group : groups)
        if (group.fields.data() == jsonField && path.startsWith(QLatin1StringView(group.word) + u'.'))
            return {QString::fromLatin1(group.word), path.section(u'.', 1)};
    return {path, {}};
}

QString joinedPath(const QString &key, const QString &inside) {
    return inside.isEmpty() ? key : key + u'.' + inside;
}

} // namespace wemo::pricing
