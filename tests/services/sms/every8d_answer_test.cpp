#include "services/sms/every8d_answer.h"

#include <QTest>

using namespace wemo;
using namespace wemo::sms;

namespace {
const char *const guid = "220478cc-8506-49b2-93b7-2505f651c12e";
}

class Every8dAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("rawCode");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, int status, const QByteArray &body, const char *state, const char *code,
                            const char *reason) {
            QTest::newRow(name) << status << body << QString::fromLatin1(state) << QString::fromLatin1(code)
                                << QString::fromLatin1(reason);
        };
        const QByteArray g(guid);
        row("success", 200, "79.0,1,1.0,0," + g, "accepted", "", "");
        row("success, whole numbers", 200, "87.00,1,1,0," + g, "accepted", "", "");
        row("success, end of line", 200, "87.00,1,1,0," + g + "\r\n", "accepted", "", "");
        row("success, byte order mark", 200,
            "\xef\xbb\xbf"
            "87,1,1,0," +
                g,
            "accepted", "", "");
        row("success, an account in debt", 200, "-3.0,1,1,0," + g, "accepted", "", "");
        row("success, JSON", 200, "{\"Result\":true,\"Msg\":\"79.0,1,1.0,0," + g + "\"}", "accepted", "", "");
        row("no credit", 200, "0,0,0,1," + g, "failed", "no-credit", "no-credit");
        row("empty login", 200, "-300,帳號密碼不得為空", "failed", "-300", "gateway-login");
        row("no such account", 200, "-100,無此帳號", "failed", "-100", "gateway-login");
        row("wrong password", 200, "-101,密碼錯誤", "failed", "-101", "gateway-login");
        row("no number", 200, "-27,電話號碼不得為空", "failed", "-27", "bad-number");
        row("bad number, commas in the text", 200, "-306,手機格式不符:0912,0913,0914", "failed", "-306", "bad-number");
        row("server error, a space after the comma", 200, "-99, 主機端發生不明錯誤，請與廠商窗口聯繫。",
            "submit_unknown", "-99", "gateway-error");
        row("a code nobody verified", 200, "-666,?", "failed", "-666", "gateway-refused");
        row("channel refused", 200, "-290,x", "rejected", "-290", "channel-refused");
        row("JSON error", 200, "{\"Result\":false,\"Status\":\"-28\",\"Msg\":\"SendTime\"}", "failed", "-28",
            "bad-send-time");
        row("JSON error, number", 200, "{\"Result\":false,\"Status\":-101,\"Msg\":\"\"}", "failed", "-101",
            "gateway-login");
        row("JSON error without a code", 200, "{\"Result\":false,\"Msg\":\"?\"}", "submit_unknown", "unreadable",
            "unreadable-answer");
        row("JSON success without fields", 200, "{\"Result\":true,\"Msg\":\"\"}", "submit_unknown", "unreadable",
            "unreadable-answer");
        row("JSON cut short", 200, "{\"Result\":true,\"Msg\":\"79.0,1", "submit_unknown", "unreadable",
            "unreadable-answer");
        row("403 with HTML", 403, "<html><body>Forbidden</body></html>", "submit_unknown", "http-403", "gateway-error");
        row("HTML with 200", 200, "<html><body>Welcome</body></html>", "submit_unknown", "unreadable",
            "unreadable-answer");
        row("502", 502, "79.0,1,1.0,0," + g, "submit_unknown", "http-502", "gateway-error");
        row("empty body", 200, "", "submit_unknown", "unreadable", "unreadable-answer");
        row("four fields", 200, "79.0,1,1.0,0", "submit_unknown", "unreadable", "unreadable-answer");
        row("six fields", 200, "79.0,1,1.0,0," + g + ",", "submit_unknown", "unreadable", "unreadable-answer");
        row("no batch", 200, "79.0,1,1.0,0,", "submit_unknown", "unreadable", "unreadable-answer");
        row("none sent, none unsent", 200, "79.0,0,0,0," + g, "submit_unknown", "unreadable", "unreadable-answer");
        row("words for numbers", 200, "79.0,one,1.0,0," + g, "submit_unknown", "unreadable", "unreadable-answer");
        row("nan", 200, "nan,1,1.0,0," + g, "submit_unknown", "unreadable", "unreadable-answer");
        row("exponent", 200, "1e5,1,1.0,0," + g, "submit_unknown", "unreadable", "unreadable-answer");
        row("a minus and words", 200, "-,oops", "submit_unknown", "unreadable", "unreadable-answer");
    }

    void answers() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, state);
        QFETCH(QString, rawCode);
        QFETCH(QString, reason);
        const SubmissionAnswer answer = every8d::readSendAnswer(status, body);
        QCOMPARE(toString(answer.state), state);
        QCOMPARE(answer.rawCode, rawCode);
        QCOMPARE(answer.reason, reason);
        QCOMPARE(answer.retriable, false);
        if (answer.state == DeliveryState::Accepted) {
            QCOMPARE(answer.batchId, QString::fromLatin1(guid));
            QCOMPARE(answer.costTenThousandths, qint64(10'000));
        }
    }

    void theFilterEndpointHasSevenFields() {
        const QByteArray seven = QByteArray("79.0,1,1.0,0,") + guid + ",0,0";
        QCOMPARE(toString(every8d::readSendAnswer(200, seven, every8d::SendEndpoint::Filtered).state),
                 toString(DeliveryState::Accepted));
        QCOMPARE(toString(every8d::readSendAnswer(200, seven).state), toString(DeliveryState::SubmitUnknown));
    }

    void onlyWhatNeverLeftMayBeTriedAgain() {
        const SubmissionAnswer refused = every8d::readSendFailure(false, {ErrorKind::Unavailable, "refused", {}, {}});
        QCOMPARE(refused.retriable, true);
        const SubmissionAnswer timeout = every8d::readSendFailure(true, {ErrorKind::Timeout, "timeout", {}, {}});
        QCOMPARE(timeout.retriable, false);
        QCOMPARE(toString(timeout.state), toString(DeliveryState::SubmitUnknown));
        QCOMPARE(timeout.rawCode, "timeout");
        const SubmissionAnswer cut = every8d::readSendFailure(true, {ErrorKind::Unavailable, "closed", {}, {}});
        QCOMPARE(toString(cut.state), toString(DeliveryState::SubmitUnknown));
        QCOMPARE(cut.rawCode, "no-answer");
    }

    void decimals() {
        QCOMPARE(every8d::tenThousandths(u"79.0"), std::optional<qint64>(790'000));
        QCOMPARE(every8d::tenThousandths(u"0.85"), std::optional<qint64>(8'500));
        QCOMPARE(every8d::tenThousandths(u"-1.5"), std::optional<qint64>(-15'000));
        QCOMPARE(every8d::tenThousandths(u"0.00019"), std::optional<qint64>(1));
        for (const char *bad : {"", " 1", "1,0", "0x1", "1.", ".5", "inf", "9999999999999"})
            QVERIFY2(!every8d::tenThousandths(QString::fromLatin1(bad)), bad);
    }
};

QTEST_APPLESS_MAIN(Every8dAnswerTest)
#include "every8d_answer_test.moc"
