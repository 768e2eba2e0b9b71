#include "tests/ui/pages/sms/sms_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

namespace wemo::gallery {

using wemo::sms::DeliveryState;

/// What staff do to messages: send again, withdraw, ask the gateway, send, send again in bulk; and what their role may.
class SmsActsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<SmsWindow> m_w;

    wemo::sms::Message &message(DeliveryState state) {
        auto &all = m_w->service().messages();
        return *std::find_if(all.begin(), all.end(), [state](const auto &one) { return one.state == state; });
    }
    void openMessage(DeliveryState state, staff::Role role = staff::Role::Qa) {
        m_w->open(QStringLiteral("message=") + idToString(message(state).id), role);
        QTRY_VERIFY(m_w->isShown("messagePanel"));
        QTRY_VERIFY(m_w->isShown("timelineRow"));
    }
    static QString path(Id id, const char *verb) {
        return QStringLiteral("/api/v1/sms/messages/%1/%2").arg(idToString(id), QLatin1StringView(verb));
    }

private Q_SLOTS:
    void init() { m_w = std::make_unique<SmsWindow>(); }
    void cleanup() { m_w.reset(); }

    void sentAgainWithAReasonTheNewMessageIsShown() {
        openMessage(DeliveryState::Undelivered);
        const Id first = message(DeliveryState::Undelivered).id;
        m_w->click("message-resend");
        QTRY_VERIFY(m_w->isShown("reasonForm"));
        QVERIFY(!m_w->child("reasonConfirm")->isEnabled()); // not without a reason
        m_w->type("reasonField", QStringLiteral("Rider on the phone"));
        QTest::keyClick(m_w->child("reasonField"), Qt::Key_Return);
        QTRY_COMPARE(m_w->body(path(first, "resend")).value("reason").toString(), QStringLiteral("Rider on the phone"));
        QTRY_COMPARE(m_w->placeItem("message"), idToString(m_w->service().messages().first().id));
        QVERIFY(m_w->service().messages().first().id != first);
        QTRY_VERIFY(m_w->isShown("value-origin"));
        QCOMPARE(m_w->child<QLabel>("value-origin")->text(), idToString(first));
        m_w->click("openOrigin"); // and the way back
        QTRY_COMPARE(m_w->placeItem("message"), idToString(first));
    }

    void aUsedCodeIsNotSentAgainAndItSaysWhy() {
        message(DeliveryState::Expired).verifiedAt = m_w->service().now();
        openMessage(DeliveryState::Expired);
        m_w->click("message-resend");
        m_w->type("reasonField", QStringLiteral("asks again"));
        QTest::keyClick(m_w->child("reasonField"), Qt::Key_Return);
        QTRY_VERIFY(m_w->isShown("actError"));
        QVERIFY(m_w->child("actError")->findChild<QLabel *>("messageText")->text().contains("has been used"));
        QCOMPARE(m_w->child<QLineEdit>("reasonField")->text(), QStringLiteral("asks again")); // nothing typed is lost
    }

    void escLeavesTheQuestionThenTheDetails() {
        openMessage(DeliveryState::Undelivered);
        m_w->click("message-resend");
        QTRY_VERIFY(m_w->isShown("reasonForm"));
        m_w->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_w->isShown("reasonForm"));
        QVERIFY(m_w->isShown("messagePanel"));
        m_w->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_w->isShown("messagePanel"));
    }

    void aScheduledOneIsWithdrawn() {
        openMessage(DeliveryState::Scheduled);
        const Id id = message(DeliveryState::Scheduled).id;
        QVERIFY(!m_w->isShown("message-resend")); // it has not been sent yet
        m_w->click("message-cancel");
        m_w->type("reasonField", QStringLiteral("wrong plate"));
        m_w->click("reasonConfirm");
        QTRY_COMPARE(m_w->body(path(id, "cancel")).value("reason").toString(), QStringLiteral("wrong plate"));
        QTRY_VERIFY(!m_w->isShown("message-cancel"));
        QTRY_VERIFY(m_w->child<QLabel>("whySentence")->text().contains("withdrew"));
    }

    void theGatewayIsAskedNow() {
        openMessage(DeliveryState::SubmitUnknown);
        const Id id = message(DeliveryState::SubmitUnknown).id;
        QVERIFY(!m_w->isShown("message-resend")); // it may arrive yet
        m_w->click("message-poll");
        QTRY_VERIFY(m_w->service().log().contains("POST " + path(id, "poll")));
        QTRY_VERIFY(m_w->child<QLabel>("whySentence")->text().contains("confirmed"));
    }

    void theJobsStoryLeadsToTheQueue() {
        openMessage(DeliveryState::Delivered);
        QTRY_VERIFY(m_w->child<QLabel>("queueLine")->text().contains("Completed"));
        const Id id = message(DeliveryState::Delivered).id;
        m_w->click("openQueue");
        QTRY_COMPARE(m_w->window().workspace().currentPageId(), QStringLiteral("queue"));
        QCOMPARE(m_w->placeItem("job"), QStringLiteral("sms-") + idToString(id));
    }

    void whatARoleMayNotDoIsNotOffered() {
        openMessage(DeliveryState::Undelivered, staff::Role::CustomerService);
        QVERIFY(m_w->isShown("message-resend"));
        QVERIFY(!m_w->isShown("sms-bulk"));
        QVERIFY(m_w->isShown("primaryAction"));
    }

    void aTemplateIsFilledInPreviewedAndSentOnce() {
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(m_w->isShown("sendPanel"));
        auto *what = m_w->child<QComboBox>("sendWhat");
        QTRY_COMPARE(what->count(), 4); // three templates and a text of one's own; codes are not sent by hand
        QCOMPARE(what->findText(QStringLiteral("otp.sign_in")), -1);
        QVERIFY(!m_w->child("sendConfirm")->isEnabled());
        what->setCurrentIndex(what->findText(QStringLiteral("rent.forgotten_return")));
        QTRY_VERIFY(m_w->isShown("parameter.plate"));
        m_w->type("sendNumber", QStringLiteral("0912 345 678"));
        m_w->type("parameter.plate", QStringLiteral("EWB-777"));
        QTRY_VERIFY(m_w->child<QLabel>("sendPreviewText")->text().contains(u"EWB-777"));
        QTRY_VERIFY(m_w->child<QLabel>("sendPreviewFigures")->text().startsWith("1 segment"));
        m_w->click("sendConfirm");
        QTRY_VERIFY(m_w->isShown("messagePanel"));
        const QJsonObject body = m_w->body(QStringLiteral("/api/v1/sms/messages"));
        QCOMPARE(body.value("number").toString(), QStringLiteral("0912 345 678"));
        QCOMPARE(body.value("template").toString(), QStringLiteral("rent.forgotten_return"));
        QCOMPARE(body.value("parameters").toObject().value("plate").toString(), QStringLiteral("EWB-777"));
        QCOMPARE(m_w->service().log().count(QStringLiteral("POST /api/v1/sms/messages")), 1);
        QTRY_COMPARE(m_w->placeItem("message"), idToString(m_w->service().messages().first().id));
    }

    void aWrongNumberIsSaidAtItsField() {
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->click("primaryAction");
        QTRY_COMPARE(m_w->child<QComboBox>("sendWhat")->count(), 4);
        m_w->child<QComboBox>("sendWhat")->setCurrentIndex(3);
        m_w->type("sendNumber", QStringLiteral("+1 555 0100"));
        QTest::keyClicks(m_w->child("sendText"), QStringLiteral("Hello"));
        m_w->click("sendConfirm");
        QTRY_VERIFY(m_w->isShown("sendNumberError"));
        QTRY_VERIFY(m_w->child("sendNumber")->hasFocus());
        QCOMPARE(m_w->child<QLineEdit>("sendNumber")->text(), QStringLiteral("+1 555 0100"));
        m_w->type("sendNumber", QStringLiteral("0912345678"));
        QVERIFY(!m_w->isShown("sendNumberError"));
    }

    void scheduledForLater() {
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->click("primaryAction");
        QTRY_COMPARE(m_w->child<QComboBox>("sendWhat")->count(), 4);
        m_w->child<QComboBox>("sendWhat")->setCurrentIndex(3);
        m_w->type("sendNumber", QStringLiteral("0912345678"));
        QTest::keyClicks(m_w->child("sendText"), QStringLiteral("Hello"));
        m_w->child<QCheckBox>("sendLater")->setChecked(true);
        QCOMPARE(m_w->child<QPushButton>("sendConfirm")->text(), QStringLiteral("Schedule message"));
        m_w->click("sendConfirm");
        QTRY_COMPARE(m_w->body(QStringLiteral("/api/v1/sms/messages")).value("send_at").toString(),
                     toIso(fromMs(toMs(m_w->service().now() + std::chrono::hours(1)) / 60'000 * 60'000)));
    }

    void theFailuresOfAFilterAreSentAgainWithProgressAndCancel() {
        m_w->open(QStringLiteral("reason=handset-unreachable&range=7d"), staff::Role::Admin);
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->click("sms-bulk");
        QTRY_VERIFY(m_w->isShown("bulkPanel"));
        QTRY_VERIFY(m_w->isShown("value-count"));
        QCOMPARE(m_w->child<QLabel>("value-count")->text(), QStringLiteral("128"));
        QVERIFY(m_w->child<QLabel>("bulkStaying")->text().contains("212"));
        auto *form = m_w->child("bulkPanel")->findChild<QWidget *>("reasonForm");
        auto *confirm = form->findChild<QPushButton *>("reasonConfirm");
        QCOMPARE(confirm->text(), QStringLiteral("Send 128 messages again"));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(form->findChild<QLineEdit *>("reasonField"), QStringLiteral("carrier was down"));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_VERIFY(m_w->isShown("bulkBar"));
        const QJsonObject body = m_w->body(QStringLiteral("/api/v1/sms/bulk-resends"));
        QCOMPARE(body.value("expected_count").toInt(), 128);
        const QJsonObject filter = body.value("filter").toObject();
        QCOMPARE(filter.value("reason").toArray(), QJsonArray{"handset-unreachable"});
        QCOMPARE(filter.value("state").toArray().size(), 4); // all failures, and nothing that may have arrived
        m_w->click("bulkCancel");
        QTRY_VERIFY(m_w->service().log().contains("DELETE /api/v1/sms/bulk-resends/b-20261122-1"));
        QTRY_VERIFY(!m_w->isShown("bulkBar"));
        QVERIFY(m_w->child("sms-bulk")->isEnabled());
    }

    void statesThatAreNoFailuresAreNotSentAgain() {
        m_w->open(QStringLiteral("state=delivered"), staff::Role::Admin);
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->click("sms-bulk");
        QTRY_VERIFY(m_w->child<QLabel>("bulkLine")->text().contains("no failures"));
        QVERIFY(!m_w->service().log().contains("POST /api/v1/sms/bulk-resends/preview"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SmsActsTest)
#include "sms_acts_test.moc"
