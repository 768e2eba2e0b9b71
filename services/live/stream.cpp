#include "services/live/stream.h"

#include <QJsonDocument>

namespace wemo::live {

namespace {
std::optional<quint64> digits(QStringView text) {
    bool ok = !text.isEmpty();
    for (const QChar c : text)
        ok = ok && c >= u'0' && c <= u'9';
    const quint64 value = ok ? text.toULongLong(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}
} // namespace

std::optional<Place> Place::fromString(QStringView text) {
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return std::nullopt;
    const auto ms = digits(text.left(dash));
    const auto count = digits(text.mid(dash + 1));
    return ms && count ? std::optional(Place{*ms, *count}) : std::nullopt;
}

redis::Args addCommand(const QString &type, const QByteArray &data) {
    return {"XADD", streamKey, "MAXLEN", "~", "10000", "*", "type", type.toStdString(), "data", data.toStdString()};
}

std::vector<PlacedEvent> readEntries(const redis::Reply &entries) {
    std::vector<PlacedEvent> events;
    for (const redis::Reply &entry : entries.items) {
        if (entry.items.size() != 2)
            continue;
        const QString id = QString::fromStdString(entry.items[0].text);
        const std::optional<Place> place = Place::fromString(id);
        const std::vector<redis::Reply> &fields = entry.items[1].items;
        if (!place || fields.size() != 4)
            continue;
        const QJsonDocument data = QJsonDocument::fromJson(QByteArray::fromStdString(fields[3].text));
        events.push_back({*place, {id, QString::fromStdString(fields[1].text), data.object()}});
    }
    return events;
}

} // namespace wemo::live
