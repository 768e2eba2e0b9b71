#include "services/runtime/system_clock.h"
#include "tests/system/pricing_world.h"

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString quotes = QStringLiteral("/api/v1/quotes");
const QString impacts = QStringLiteral("/api/v1/pricing/impacts");
const QString feed = QStringLiteral("/gbfs/3.0/system_pricing_plans.json");

qint64 sumOf(const QJsonObject &quote) { // ten-thousandths of a TWD
    qint64 sum = 0;
    const QJsonArray lines = quote["lines"].toArray();
    for (const QJsonValue &line : lines)
        sum += qRound64(line["amount"].toString().toDouble() * 10'000);
    return sum;
}

QByteArray header(const ServiceProgram::Answer &answer, const QByteArray &name) {
    for (const auto &[key, value] : answer.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QJsonObject dearConfig() {
    return {{"components", QJsonArray{QJsonObject{{"component", "base"}, {"price", "1000"}, {"minutes", 6}}}}};
}
} // namespace

/// Prices as the rent service and staff meet them: the real program, the demo company's prices.
class PricingTest final : public QObject {
    Q_OBJECT

    PricingStand m_stand{30'000};

    QJsonObject impactOf(const QString &planId, const QJsonObject &config) const {
        return {{"from", "2020-01-01T00:00:00Z"},
                {"to", "2100-01-01T00:00:00Z"},
                {"changes", QJsonArray{QJsonObject{{"plan_id", planId}, {"config", config}}}}};
    }
    QJsonObject status(const QString &task) { return m_stand.get(impacts + '/' + task).body; }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_stand.start(), m_stand.service().output().constData()); }
    void cleanupTestCase() { QCOMPARE(m_stand.service().terminate(), 0); }

    void theDescriptionIsTheTable() {
        QVERIFY(m_stand.get("/api/openapi.json").body["paths"].toObject().contains(quotes));
        QVERIFY(!m_stand.service().everythingLogged().contains("openapi-fault"));
        QCOMPARE(m_stand.get("/readyz").body["checks"].toObject()["prices"].toString(), "ok");
    }

    void aQuoteIsExplained() {
        const auto plain = m_stand.post(quotes, halfHour());
        QCOMPARE(plain.status, 200);
        QCOMPARE(plain.body["due"].toInt(), 75);
        QCOMPARE(plain.body["plan_code"].toString(), "adult-standard");
        QCOMPARE(sumOf(plain.body), 75 * 10'000);
        QVERIFY(!plain.body.contains("text_zh"));
        const auto told = m_stand.post(quotes, with(halfHour(), {{"explain", true}, {"supersedes", "order-7"}}));
        QVERIFY(told.body["text_zh"].toString().contains("75"));
        QVERIFY(told.body["text_en"].toString().contains("75"));
        QCOMPARE(told.body["supersedes"].toString(), "order-7");
    }

    void aBatchAnswersEachForItself() {
        const auto answer = m_stand.post(
            quotes + "/batch", {{"rides", QJsonArray{halfHour(), with(halfHour(), {{"km", -1}}), halfHour()}}});
        QCOMPARE(answer.status, 200);
        const QJsonArray items = answer.body["items"].toArray();
        QCOMPARE(items.size(), 3);
        QCOMPARE(items[0]["quote"]["due"].toInt(), 75);
        QCOMPARE(items[1]["problem"]["errors"][0]["path"].toString(), "km");
        QCOMPARE(items[2]["quote"]["due"].toInt(), 75);
    }

    void aStoredQuoteIsVerified() {
        const QJsonObject stored = m_stand.post(quotes, halfHour()).body;
        QVERIFY(m_stand.post(quotes + "/verify", {{"quote", stored}}).body["matches"].toBool());
        const auto forged = m_stand.post(quotes + "/verify", {{"quote", with(stored, {{"due", 15}})}});
        QVERIFY(!forged.body["matches"].toBool());
        QCOMPARE(forged.body["differences"][0]["path"].toString(), "due");
        QCOMPARE(m_stand.post(quotes + "/verify", {{"quote", with(stored, {{"config_id", "77"}})}}).code(),
                 "config-not-found");
    }

    void aConfigIsTriedBeforeItIsSaved() {
        const auto tried = m_stand.post(quotes + "/preview", {{"ride", halfHour()}, {"config", dearConfig()}});
        QCOMPARE(tried.status, 200);
        QCOMPARE(tried.body["due"].toInt(), 1000);
        QVERIFY(tried.body["config_id"].isNull());
    }

    void whatIsInForceFollowsFromTheInstant() {
        const QString path = "/api/v1/pricing/in-force?model=candy&zone=taipei&tier=adult&at=";
        const auto then = m_stand.get(path + "2026-06-01T02:00:00Z");
        QCOMPARE(then.status, 200);
        QCOMPARE(then.body["plan"]["code"].toString(), "adult-standard");
        QCOMPARE(then.body["config"]["config"]["components"][0]["price"].toString(), "15");
        QCOMPARE(m_stand.get(path + "2001-01-01T00:00:00Z").code(), "no-price");
        QCOMPARE(m_stand.get(path + "2026-02-31T00:00:00Z").code(), "invalid-parameters");
    }

    void aChangeIsMeasuredOnPastRides() {
        QTRY_VERIFY_WITH_TIMEOUT(m_stand.service().everythingLogged().contains("demo-history-written"), 60'000);
        const auto begun =
            m_stand.post(impacts, impactOf(m_stand.plan("adult-standard")["id"].toString(), dearConfig()));
        QCOMPARE(begun.status, 202);
        const QString task = begun.body["task"].toString();
        QTRY_COMPARE_WITH_TIMEOUT(status(task)["state"].toString(), QString("done"), 30'000);
        const QJsonObject done = status(task);
        QCOMPARE(done["total"].toInt(), 30'000);
        QCOMPARE(done["done"].toInt(), 30'000);
        const QJsonObject impact = done["impact"].toObject(), total = impact["total"].toObject();
        QVERIFY(total["rides"].toInt() > 29'000);
        QVERIFY(total["after"].toInteger() > total["before"].toInteger());
        QCOMPARE(impact["by_plan"]["adult-standard"]["more"].toInt(), total["more"].toInt());
        QCOMPARE(impact["up"].toArray().size(), 20);
        QCOMPARE(impact["skipped"].toInt(), 30'000 - total["rides"].toInt());
    }

    void aCampaignIsMeasuredAsAWhole() {
        QTRY_VERIFY_WITH_TIMEOUT(m_stand.service().everythingLogged().contains("demo-history-written"), 60'000);
        const QJsonArray campaigns = m_stand.get("/api/v1/pricing/campaigns").body["items"].toArray();
        QVERIFY(!campaigns.isEmpty());
        const QString id = campaigns.first().toObject()["id"].toString();
        const int plans =
            static_cast<int>(m_stand.get("/api/v1/pricing/campaigns/" + id).body["items"].toArray().size());
        QVERIFY(plans > 1);
        const auto begun = m_stand.post(
            impacts, {{"from", "2020-01-01T00:00:00Z"}, {"to", "2100-01-01T00:00:00Z"}, {"campaign_id", id}});
        QCOMPARE(begun.status, 202);
        const QString task = begun.body["task"].toString();
        QTRY_COMPARE_WITH_TIMEOUT(status(task)["state"].toString(), QString("done"), 30'000);
        const QJsonObject impact = status(task)["impact"].toObject(), byPlan = impact["by_plan"].toObject();
        int touched = 0;
        for (const QJsonValue &sums : byPlan)
            touched += sums["before"] != sums["after"];
        QVERIFY2(touched > 1 && touched <= plans, qPrintable(QString::number(touched)));
    }

    /// The last of a few that wait for one another, so that it is in time; it is tried again where it was not.
    void anImpactIsCanceled() {
        const QJsonObject request = impactOf(m_stand.plan("adult-standard")["id"].toString(), dearConfig());
        QString last, state;
        for (int attempt = 0; attempt < 20 && state != "canceled"; ++attempt) {
            for (int waiting = 0; waiting < 6; ++waiting)
                last = m_stand.post(impacts, request).body["task"].toString();
            QCOMPARE(m_stand.send("DELETE", impacts + '/' + last, {}).status, 204);
            QTRY_VERIFY_WITH_TIMEOUT((state = status(last)["state"].toString()) != "running", 30'000);
        }
        QCOMPARE(state, QString("canceled"));
        QVERIFY(!status(last).contains("impact"));
        QCOMPARE(m_stand.send("DELETE", impacts + '/' + last, {}).status, 204);
        QCOMPARE(status(last)["state"].toString(), QString("canceled"));
        QCOMPARE(m_stand.send("DELETE", impacts + "/1", {}).code(), "impact-gone");
    }

    void gbfsIsForWhoeverAsks() {
        for (const QString version : {"3.0", "2.3"}) {
            const QString path = QString("/gbfs/%1/system_pricing_plans.json").arg(version);
            const auto answer = m_stand.service().send("GET", path);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body["version"].toString(), version);
            QVERIFY(!answer.body["data"]["plans"].toArray().isEmpty());
            const QByteArray etag = header(answer, "ETag");
            QVERIFY(!etag.isEmpty() && header(answer, "Cache-Control").contains("max-age="));
            const auto again = m_stand.service().send("GET", path, {}, {}, {}, {{"If-None-Match", etag}});
            QCOMPARE(again.status, 304);
            const auto other = m_stand.service().send("GET", path, {}, {}, {}, {{"If-None-Match", "\"other\""}});
            QCOMPARE(other.status, 200);
        }
    }

    void everybodyIsKeptToTheirOwn() {
        const QString strange = m_stand.key().chopped(1) + 'x';
        QCOMPARE(m_stand.post(quotes, halfHour(), m_stand.key()).body["due"].toInt(), 75);
        QCOMPARE(m_stand.get("/api/v1/pricing/in-force?tier=adult", m_stand.key()).status, 200);
        QCOMPARE(m_stand.get("/api/v1/pricing/timelines", m_stand.key()).status, 403);
        QCOMPARE(m_stand.get("/api/v1/sms/messages", m_stand.key()).status, 403);
        QCOMPARE(m_stand.get("/api/v1/session", m_stand.key()).status, 403);
        QCOMPARE(m_stand.post(impacts, {}, m_stand.key()).status, 403);
        QCOMPARE(m_stand.post(quotes, halfHour(), strange).status, 401);
        QCOMPARE(m_stand.post(quotes, halfHour(), "").status, 401);
        const QString service = m_stand.service().signIn("cs");
        QCOMPARE(m_stand.post(quotes, halfHour(), service).status, 200);
        QCOMPARE(m_stand.post("/api/v1/pricing/plans", {}, service).code(), "not-permitted");
    }

    /// A change is quoted by once it is in force, and told before.
    void aPublishedPriceIsQuotedBy() {
        const QJsonObject plan = m_stand.plan("young-standard");
        const Instant from = runtime::SystemClock().now() + std::chrono::hours(2);
        const QString base = "/api/v1/pricing", draft = base + "/plans/" + plan["id"].toString() + "/intervals";
        auto answer = m_stand.post(
            draft, {{"from", toIso(from)}, {"timeline_version", plan["timeline_version"]}, {"config", dearConfig()}});
        QCOMPARE(answer.status, 201);
        const QString interval = base + "/intervals/" + answer.body["touched"].toObject()["id"].toString();
        const auto act = [&](const char *what, const QString &token = {}) {
            answer = m_stand.post(interval + what,
                                  {{"timeline_version", answer.body["plan"].toObject()["timeline_version"]}}, token);
            return answer.status;
        };
        QCOMPARE(act("/submit"), 200);
        QCOMPARE(act("/approve", m_stand.service().signIn("admin")), 200);
        const auto dueAt = [&](Instant at) {
            const QJsonObject ride = with(halfHour(), {{"tier", "young"}, {"start", toIso(at)}});
            return m_stand.post(quotes, ride).body["due"].toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(dueAt(from), 1000, 10'000);
        QVERIFY(dueAt(from - Milliseconds(1)) < 1000);
    }
};

QTEST_GUILESS_MAIN(PricingTest)
#include "pricing_test.moc"
