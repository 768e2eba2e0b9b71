#include "services/runtime/system_clock.h"
#include "tests/system/pricing_world.h"

using namespace wemo;
using namespace wemo::tests;

namespace {
QString inHours(int hours) {
    return toIso(runtime::SystemClock().now() + std::chrono::hours(hours));
}

QByteArray text(const QJsonObject &json) {
    return QJsonDocument(json).toJson();
}

QJsonObject stackOf(const QJsonObject &component) {
    return {{"components", QJsonArray{component}}};
}

QJsonObject goodConfig() {
    return stackOf({{"component", "base"}, {"price", "20"}, {"minutes", 6}});
}

QStringList faultsOf(const QJsonObject &problem) {
    QStringList faults;
    const QJsonArray errors = problem["errors"].toArray();
    for (const QJsonValue &error : errors)
        faults.append(error[QLatin1StringView("path")].toString() + ' ' + error[QLatin1StringView("code")].toString());
    return faults;
}
} // namespace

/// Whatever is wrong with prices is told at its field, by the real program over HTTP.
class PricingInputTest final : public QObject {
    Q_OBJECT

    PricingStand m_stand{0};
    QJsonObject m_plan;

    QString drafts() const { return "/api/v1/pricing/plans/" + m_plan["id"].toString() + "/intervals"; }
    QJsonObject draft(const QJsonObject &changes) {
        m_plan = m_stand.plan("young-standard");
        return with({{"from", inHours(48)}, {"timeline_version", m_plan["timeline_version"]}, {"config", goodConfig()}},
                    changes);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_stand.start(), m_stand.service().output().constData());
        m_plan = m_stand.plan("young-standard");
        QVERIFY(!m_plan.isEmpty());
    }
    void cleanupTestCase() { QCOMPARE(m_stand.service().terminate(), 0); }

    void aRideIsRefusedAtTheField_data() {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QJsonObject &changes, const char *fault) {
            QTest::newRow(name) << changes << QString::fromLatin1(fault);
        };
        row("a million million minutes", {{"minutes", 1e12}}, "minutes out-of-range");
        row("negative minutes", {{"minutes", -1}}, "minutes out-of-range");
        row("-1 km", {{"km", -1}}, "km out-of-range");
        row("farther than round the world", {{"km", 1e12}}, "km out-of-range");
        row("millimetres", {{"km", 1.00001}}, "km too-precise");
        row("NaN as a word", {{"minutes", "NaN"}}, "minutes wrong-type");
        row("nothing", {{"minutes", QJsonValue()}}, "minutes required");
        row("31 February", {{"start", "2026-02-31T10:00:00+08:00"}}, "start bad-time");
        row("25 o'clock", {{"start", "2026-02-28T25:00:00+08:00"}}, "start bad-time");
        row("nobody's clock", {{"start", "2026-11-24T14:00:00"}}, "start bad-time");
        row("summer time of elsewhere", {{"start", "2026-07-01T14:00:00+02:00"}}, "start wrong-time-zone");
        row("a zone with summer time", {{"time_zone", "Europe/Berlin"}}, "time_zone wrong-time-zone");
        row("before scooters", {{"start", "1926-07-01T14:00:00Z"}}, "start out-of-range");
        row("unknown field", {{"colour", "red"}}, "colour unknown-field");
        row("unknown benefit",
            {{"benefits", QJsonArray{QJsonObject{{"kind", "gift"}, {"effect", "amount"}, {"value", "1"}}}}},
            "benefits[0].kind unknown-word");
    }
    void aRideIsRefusedAtTheField() {
        QFETCH(QJsonObject, changes);
        QFETCH(QString, fault);
        const QJsonObject ride = with(halfHour(), changes);
        const auto alone = m_stand.post("/api/v1/quotes", ride);
        QCOMPARE(alone.status, 422);
        QVERIFY2(faultsOf(alone.body).contains(fault), qPrintable(faultsOf(alone.body).join(", ")));
        const auto many = m_stand.post("/api/v1/quotes/batch", {{"rides", QJsonArray{ride}}});
        QCOMPARE(many.status, 200);
        const QJsonArray items = many.body["items"].toArray();
        QVERIFY(faultsOf(items.first().toObject()["problem"].toObject()).contains(fault));
        const auto tried = m_stand.post("/api/v1/quotes/preview", {{"ride", ride}, {"config", goodConfig()}});
        QCOMPARE(tried.status, 422);
        QVERIFY(faultsOf(tried.body).contains("ride." + fault));
    }

    void aNumberThatIsNoneIsNoJson_data() {
        QTest::addColumn<QByteArray>("number");
        for (const char *number : {"NaN", "Infinity", "1e999", "0x10"})
            QTest::newRow(number) << QByteArray(number);
    }
    void aNumberThatIsNoneIsNoJson() {
        QFETCH(QByteArray, number);
        const QByteArray body = text(halfHour()).replace("30", number);
        QVERIFY(body.contains(number));
        const auto answer = m_stand.send("POST", "/api/v1/quotes", body);
        QVERIFY2(answer.status == 400 || answer.status == 422, qPrintable(QString::number(answer.status)));
        QVERIFY(answer.code() == "malformed-json" || !faultsOf(answer.body).isEmpty());
    }

    void aConfigIsRefusedAtTheField_data() {
        QTest::addColumn<QJsonObject>("component");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QJsonObject &component, const char *fault) {
            QTest::newRow(name) << component << QString::fromLatin1(fault);
        };
        const auto segment = [](const QJsonValue &start, const QJsonValue &end, const QJsonValue &rate) {
            const QJsonObject one{{"start", start}, {"end", end}, {"rate", rate}, {"interval", 1}};
            return QJsonObject{{"component", "time"}, {"segments", QJsonArray{one}}};
        };
        row("unknown component", {{"component", "weather"}, {"price", "1"}},
            "components[0].component unknown-component");
        row("no component", {{"price", "1"}}, "components[0].component required");
        row("negative price", {{"component", "base"}, {"price", "-1"}, {"minutes", 6}},
            "components[0].price out-of-range");
        row("a price that is no number", {{"component", "base"}, {"price", "NaN"}, {"minutes", 6}},
            "components[0].price not-an-amount");
        row("absurd minutes", {{"component", "base"}, {"price", "1"}, {"minutes", 1e12}},
            "components[0].minutes out-of-range");
        row("inverted segment", segment(10, 5, "1"), "components[0].segments[0].end inverted");
        row("empty segment", segment(10, 10, "1"), "components[0].segments[0].end empty");
    }
    void aConfigIsRefusedAtTheField() {
        QFETCH(QJsonObject, component);
        QFETCH(QString, fault);
        const auto tried =
            m_stand.post("/api/v1/quotes/preview", {{"ride", halfHour()}, {"config", stackOf(component)}});
        QCOMPARE(tried.status, 422);
        QVERIFY2(faultsOf(tried.body).contains("config." + fault), qPrintable(faultsOf(tried.body).join(", ")));
        const auto drafted = m_stand.post(drafts(), draft({{"config", stackOf(component)}}));
        QCOMPARE(drafted.status, 422);
        QVERIFY(faultsOf(drafted.body).contains("config." + fault));
    }

    void anIntervalIsRefusedAtTheField_data() {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QJsonObject &changes, const char *fault) {
            QTest::newRow(name) << changes << QString::fromLatin1(fault);
        };
        row("empty", {{"from", "2030-01-01T00:00:00Z"}, {"to", "2030-01-01T08:00:00+08:00"}}, "to empty");
        row("inverted", {{"to", inHours(47)}}, "to inverted");
        row("past", {{"from", inHours(-1)}}, "from past");
        row("absurd", {{"from", "9000-01-01T00:00:00Z"}}, "from out-of-range");
        row("31 February", {{"from", "2030-02-31T00:00:00+08:00"}}, "from bad-time");
        row("no time at all", {{"from", 12}}, "from wrong-type");
        row("neither config nor its id", {{"config", QJsonValue()}}, "config_id required");
        row("unknown field", {{"colour", "red"}}, "colour unknown-field");
    }
    void anIntervalIsRefusedAtTheField() {
        QFETCH(QJsonObject, changes);
        QFETCH(QString, fault);
        const auto answer = m_stand.post(drafts(), draft(changes));
        QCOMPARE(answer.status, 422);
        QVERIFY2(faultsOf(answer.body).contains(fault), qPrintable(faultsOf(answer.body).join(", ")));
    }

    /// A draft may overlap, and says so; it is not published.
    void anOverlapNamesBoth() {
        const QString intervals = "/api/v1/pricing/intervals/";
        auto first = m_stand.post(drafts(), draft({{"from", inHours(100)}}));
        const QString id = first.body["touched"].toObject()["id"].toString();
        const auto act = [&](const ServiceProgram::Answer &last, const QString &which, const char *what,
                             const QString &token = {}) {
            const QJsonValue version = last.body["plan"].toObject()["timeline_version"];
            return m_stand.post(intervals + which + what, {{"timeline_version", version}}, token);
        };
        first = act(first, id, "/submit");
        QCOMPARE(act(first, id, "/approve", m_stand.service().signIn("admin")).status, 200);
        const auto second = m_stand.post(drafts(), draft({{"from", inHours(90)}, {"to", inHours(110)}}));
        QCOMPARE(second.status, 201);
        const QJsonObject problem = second.body["problems"].toArray().first().toObject();
        QCOMPARE(problem["fault"].toString(), "overlap");
        QCOMPARE(problem["other"].toString(), id);
        const auto refused = act(second, second.body["touched"].toObject()["id"].toString(), "/submit");
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), "overlap");
        QCOMPARE(refused.body["intervals"].toArray().size(), 2);
    }

    void anImpactIsRefusedAtTheField() {
        const auto faults = [this](const QJsonObject &body) {
            return faultsOf(m_stand.post("/api/v1/pricing/impacts", body).body);
        };
        const QJsonObject change{{"plan_id", m_plan["id"]}, {"config", goodConfig()}};
        const QJsonObject good{
            {"from", "2026-01-01T00:00:00Z"}, {"to", "2026-02-01T00:00:00Z"}, {"changes", QJsonArray{change}}};
        QVERIFY(faults(with(good, {{"to", "2025-01-01T00:00:00Z"}})).contains("to inverted"));
        QVERIFY(faults(with(good, {{"from", "2026-02-31T00:00:00Z"}})).contains("from bad-time"));
        QVERIFY(faults(with(good, {{"campaign_id", "7"}})).contains("changes ambiguous"));
        QVERIFY(faults(with(good, {{"changes", QJsonArray{with(change, {{"plan_id", "77"}})}}}))
                    .contains("changes[0].plan_id unknown-plan"));
        QCOMPARE(
            m_stand.post("/api/v1/pricing/impacts", {{"from", good["from"]}, {"to", good["to"]}, {"campaign_id", "7"}})
                .code(),
            "campaign-not-found");
    }

    void aParameterIsRefusedByName() {
        QVERIFY(faultsOf(m_stand.get("/api/v1/pricing/in-force?at=2026-02-31T00:00:00Z").body).contains("at bad-time"));
        QVERIFY(faultsOf(m_stand.get("/gbfs/3.0/system_pricing_plans.json?at=yesterday").body).contains("at bad-time"));
    }
};

QTEST_GUILESS_MAIN(PricingInputTest)
#include "pricing_input_test.moc"
