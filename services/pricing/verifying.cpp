#include "services/pricing/quoting.h"

#include <QJsonArray>

namespace wemo::pricing {

namespace {
QString textOf(const QJsonValue &value) {
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// The leaves of a value by path: "lines[2].amount".
void flatten(const QJsonValue &value, const QString &path, QMap<QString, QString> &leaves) {
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            flatten(member.value(), path.isEmpty() ? member.key() : path + '.' + member.key(), leaves);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(array[i], QString("%1[%2]").arg(path).arg(i), leaves);
    } else {
        leaves.insert(path, textOf(value));
    }
}

/// What a quote says of the fare and of the configs it comes from; names of plans may change, and texts are made anew.
QMap<QString, QString> claimsOf(const PricedRide &priced) {
    const QJsonObject json = toJson(priced);
    QMap<QString, QString> claims;
    for (const char *member : {"lines", "rent", "due", "fingerprint", "config_version", "parts"}) {
        const QString key = QString::fromLatin1(member);
        if (json.contains(key))
            flatten(json.value(key), key, claims);
    }
    return claims;
}

QList<QuoteDifference> differencesOf(const QMap<QString, QString> &before, const QMap<QString, QString> &after) {
    QList<QuoteDifference> found;
    QMap<QString, QString> all = before;
    all.insert(after);
    for (auto leaf = all.cbegin(); leaf != all.cend(); ++leaf)
        if (before.value(leaf.key()) != after.value(leaf.key()))
            found.append({leaf.key(), before.value(leaf.key()), after.value(leaf.key())});
    return found;
}

Failure noConfig(Id id) {
    return failure(ErrorKind::NotFound, "config-not-found",
                   QString("The config %1 that this quote names is not in the store.").arg(idToString(id)));
}
} // namespace

Result<QList<QuoteDifference>> verifyQuote(const PriceBook &book, const PricedRide &stored) {
    PricedRide again = stored;
    const ConfigRecord *first = book.config(stored.configId);
    if (!first)
        return noConfig(stored.configId);
    again.fingerprint = first->fingerprint;
    again.configVersion = first->version;
    std::vector<Stretch> stretches;
    for (PricedRide::Part &part : again.parts) {
        const ConfigRecord *record = book.config(part.configId);
        if (!record)
            return noConfig(part.configId);
        part.fingerprint = record->fingerprint;
        part.configVersion = record->version;
        stretches.push_back({&*record->config, part.fromMinute});
    }
    Result<Quote> priced = stretches.empty() ? quote(*first->config, stored.ride) : quote(stretches, stored.ride);
    if (!priced)
        return Failure(priced.error());
    again.quote = *std::move(priced);
    return differencesOf(claimsOf(stored), claimsOf(again));
}

} // namespace wemo::pricing
