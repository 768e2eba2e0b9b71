#include "models/sms/bulk_resend.h"

#include <QJsonArray>
#include <QTest>

using namespace wemo;
using namespace wemo::sms;

class BulkResendTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFilterTravelsAsJson() {
        MessageFilter filter;
        filter.number = "+886 912-345-678";
        filter.states = {DeliveryState::Failed, DeliveryState::Undelivered};
        filter.reasons = {"no-credit"};
        filter.gateways = {"every8d"};
        filter.purposes = {Purpose::Transactional};
        filter.templates = {"ride.receipt", "fee.mileage_due"};
        filter.batch = "220478cc-8506";
        filter.request = "r-1";
        filter.from = fromMs(1'795'300'000'000);
        filter.to = fromMs(1'795'400'000'000);
        const QJsonObject json = toJson(filter);
        QCOMPARE(json["state"].toArray(), QJsonArray({"failed", "undelivered"}));
        QCOMPARE(json["number"].toString(), "+886 912-345-678");
        const auto back = messageFilterFromJson(json, "filter");
        QVERIFY(back && *back == filter);
        QVERIFY(messageFilterFromJson({}, "filter")->isEmpty());
        QCOMPARE(toJson(MessageFilter()), QJsonObject());
    }

    void mistakesAreToldBelowTheFilter() {
        const auto bad = messageFilterFromJson(
            {{"state", QJsonArray{"lost"}}, {"from", "yesterday"}, {"colour", "red"}, {"template", "ride.receipt"}},
            "filter");
        QVERIFY(!bad);
        QStringList found;
        for (const FieldError &field : bad.error().fields)
            found.append(field.path + ' ' + field.code);
        found.sort();
        QCOMPARE(found.size(), 4);
        QCOMPARE(found[0], "filter.colour unknown-field");
        QVERIFY(found[1].startsWith("filter.from "));
        QCOMPARE(found[2], "filter.state unknown-word");
        QCOMPARE(found[3], "filter.template wrong-type");
    }
};

QTEST_APPLESS_MAIN(BulkResendTest)
#include "bulk_resend_test.moc"
