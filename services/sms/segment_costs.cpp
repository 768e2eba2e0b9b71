#include "services/sms/segment_costs.h"

#include "services/sms/every8d_answer.h"

namespace wemo::sms {

Result<SegmentCosts> segmentCostsFromText(const QString &text) {
    SegmentCosts costs;
    const QStringList entries = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const QString name = entry.section(u'=', 0, 0).trimmed();
        const auto cost = every8d::tenThousandths(QString(entry.section(u'=', 1).trimmed()));
        if (name.isEmpty() || !cost || *cost < 0)
            return failure(ErrorKind::InvalidInput, "bad-configuration",
                           "\"sms-segment-cost\" must be like \"every8d=1.0, mitake=0.85\".");
        costs.insert(name, *cost);
    }
    return costs;
}

SegmentPrice segmentPrice(const SegmentCosts &costs, const Gateways &gateways) {
    return [costs, &gateways](Purpose) {
        qint64 dearest = 0;
        const QList<Gateway *> all = gateways.all();
        for (const Gateway *gateway : all)
            dearest = std::max(dearest, costs.value(gateway->name()));
        return dearest;
    };
}

} // namespace wemo::sms
