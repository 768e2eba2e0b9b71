#include "services/sms/route.h"

#include <QStringList>

namespace wemo::sms {

namespace {
constexpr int maxWeight = 1000;

Failure wrong(const QString &key, const QString &what) {
    return failure(ErrorKind::InvalidInput, "bad-configuration", QString("\"%1\" %2.").arg(key, what));
}
} // namespace

Result<QList<std::pair<QString, int>>> readRoute(const QString &key, const QString &text, const QStringList &known) {
    QList<std::pair<QString, int>> route;
    QStringList seen;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(u':', 0, 0).trimmed();
        bool isNumber = false;
        const int weight = part.section(u':', 1).trimmed().toInt(&isNumber);
        if (!isNumber || weight < 0 || weight > maxWeight)
            return wrong(key, QString("must be like every8d:90,mitake:10, with weights up to %1").arg(maxWeight));
        if (!known.contains(name) || seen.contains(name))
            return wrong(key, known.contains(name)
                                  ? "names a gateway twice"
                                  : "names a gateway that is not set up; there is " + known.join(", "));
        seen.append(name);
        route.append({name, weight});
    }
    return route;
}

} // namespace wemo::sms
