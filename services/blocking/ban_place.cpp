#include "services/blocking/ban_place.h"

#include <QtEndian>

namespace wemo::blocking {

std::string BanPlace::shardKey(int index) {
    return "wemo:{blocking}:bans:" + QByteArray::number(index, 16).toStdString();
}

BanPlace BanPlace::of(const QByteArray &valueHash) {
    const int index = qFromBigEndian<quint16>(valueHash.constData()) % shards;
    return {shardKey(index), std::to_string(qFromBigEndian<qint64>(valueHash.constData() + 8))};
}

} // namespace wemo::blocking
