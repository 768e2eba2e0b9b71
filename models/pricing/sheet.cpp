#include "models/pricing/sheet.h"

#include "models/pricing/sheet_cells.h"

#include <QRegularExpression>

#include <algorithm>

namespace wemo::pricing {

namespace {
SheetColumn columnAt(CellPlace place) {
    const CellKind kind = cellKind(place);
    return {cellKey(place), groupWord(place.group), kind == CellKind::Money,
            kind == CellKind::Word || kind == CellKind::Json};
}

bool hasItem(const Cells &cells, CellPlace place) {
    const auto first = cells.lowerBound({place.group, place.item, 0});
    return first != cells.end() && first.key().group == place.group && first.key().item == place.item;
}

void removeItem(Cells &cells, CellPlace place) {
    for (place.field = 0; place.field < fieldCount(place.group); ++place.field)
        cells.remove(place);
}

/// The other cells of an item that an edit has just begun. What is charged by time begins where the flat fee ends.
void fillItem(Cells &cells, CellPlace place) {
    const CellPlace own = place;
    const CellPlace covered{0, 0, 1};
    for (place.field = 0; place.field < fieldCount(place.group); ++place.field) {
        const bool isTimeStart = groupWord(place.group) == u"time" && place.field == 0;
        const QString text = isTimeStart ? cells.value(covered, "0") : cellDefault(place);
        if (place != own && !text.isEmpty())
            cells.insert(place, text);
    }
}

Failure refused(const QString &key, const QString &code, const QString &message) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "The cell cannot hold this.", {}};
    error.fields = {{key, code, message}};
    return failure(std::move(error));
}

/// Which component of a config a path such as "components[2].segments[0].rate" is about, and what follows.
struct PathParts {
    std::size_t component = 0;
    int item = 0;
    QString field;
};
std::optional<PathParts> partsOf(const QString &path) {
    static const QRegularExpression form(R"(^components\[(\d+)\](?:\.(?:segments|packages)\[(\d+)\])?\.?(.*)$)");
    const QRegularExpressionMatch match = form.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    return PathParts{match.captured(1).toULongLong(), match.captured(2).toInt(), match.captured(3)};
}

FieldError keyedError(const Config &config, const FieldError &error, const QMap<std::pair<int, int>, int> &items) {
    const std::optional<PathParts> parts = partsOf(error.path);
    if (!parts || parts->component >= config.components.size())
        return {{}, error.code, error.message};
    const int group = static_cast<int>(config.components[parts->component].index());
    if (cellKind({group, 0, 0}) == CellKind::Json)
        return {joinedPath(groupWord(group), parts->field), error.code, error.message};
    int item = parts->item;
    if (std::holds_alternative<Cap>(config.components[parts->component]))
        for (std::size_t i = 0; i < parts->component; ++i)
            item += std::holds_alternative<Cap>(config.components[i]);
    item = items.value({group, item}, item);
    const QString first = cellKey({group, item, 0});
    const QString key = first.section(u'.', 0, 0) + u'.' + parts->field;
    return {cellPlace(key) ? key : first, error.code, error.message};
}
} // namespace

std::optional<SheetColumn> sheetColumn(const QString &key) {
    const std::optional<CellPlace> place = cellPlace(key);
    return place ? std::optional(columnAt(*place)) : std::nullopt;
}

QList<SheetColumn> sheetColumns(const QList<Config> &configs) {
    QMap<CellPlace, bool> needed;
    for (const Config &config : configs) {
        const Cells cells = cellsOf(config);
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            for (int field = 0; field < fieldCount(cell.key().group); ++field)
                needed.insert({cell.key().group, cell.key().item, field}, true);
    }
    QList<SheetColumn> columns;
    for (auto place = needed.begin(); place != needed.end(); ++place)
        columns.append(columnAt(place.key()));
    return columns;
}

QStringList keysOf(const Config &config) {
    QStringList keys;
    const Cells cells = cellsOf(config);
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        keys.append(cellKey(cell.key()));
    return keys;
}

QString cellOf(const Config &config, const QString &key) {
    const std::optional<CellPlace> place = cellPlace(key);
    return place ? cellsOf(config, place->group).value(*place) : QString();
}

Result<Config> withCell(const Config &config, const QString &key, const QString &text) {
    const std::optional<CellPlace> place = cellPlace(key);
    if (!place)
        return refused(key, "unknown-column", "There is no such column.");
    Cells cells = cellsOf(config);
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && place->field == 0 && key != u"takes") {
        removeItem(cells, *place);
    } else if (trimmed.isEmpty()) {
        cells.remove(*place);
    } else {
        const bool isNew = !hasItem(cells, *place);
        cells.insert(*place, trimmed);
        if (isNew)
            fillItem(cells, *place);
    }
    CellsRead read = readCells(cells);
    QList<FieldError> errors = read.errors;
    for (const FieldError &error : keyed(read.config, check(read.config), read.item))
        if (error.code == u"out-of-range")
            errors.append(error);
    for (const FieldError &error : std::as_const(errors))
        if (const KeyPath path = keyPath(error.path); path.key == key)
            return refused(key, error.code, path.inside.isEmpty() ? error.message : path.inside + ": " + error.message);
    return std::move(read.config);
}

QList<FieldError> keyed(const Config &config, const QList<FieldError> &errors,
                        const QMap<std::pair<int, int>, int> &items) {
    QList<FieldError> result;
    for (const FieldError &error : errors)
        result.append(keyedError(config, error, items));
    return result;
}

QList<FieldError> checkCells(const Config &config) {
    return keyed(config, check(config), {});
}

} // namespace wemo::pricing
