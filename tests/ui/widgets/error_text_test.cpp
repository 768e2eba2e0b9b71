#include "ui/shell/language.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/message_bar.h"

#include <QLabel>
#include <QTest>

using namespace wemo;
using namespace wemo::ui;

/// What staff read of an error: in the console's language, whatever language the service speaks.
class ErrorTextTest final : public QObject {
    Q_OBJECT

    static ApiError problem(int status, const QString &kind, const QString &code, QJsonObject more = {}) {
        more.insert("kind", kind);
        more.insert("code", code);
        if (!more.contains("detail"))
            more.insert("detail", "Words of the service.");
        return errorFromAnswer(status, QJsonDocument(more).toJson(), "01ABC", 0);
    }
    static bool isChinese(const QString &text) {
        return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
    }

    Language m_language;

private Q_SLOTS:
    void init() { m_language.use("zh_TW"); }

    void everyCodeAndKindIsSaidInChinese() {
        for (const QString &code : knownProblemCodes()) {
            const ErrorText text = errorText(problem(422, "invalid-input", code));
            QVERIFY2(isChinese(text.sentence), qPrintable(code));
        }
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
            const QString word = toString(static_cast<ErrorKind>(kind));
            const ErrorText text = errorText(problem(500, word, "never-heard-of"));
            QVERIFY2(isChinese(text.sentence), qPrintable(word));
            QCOMPARE(text.words, "Words of the service.");
            QCOMPARE(errorText(problem(500, word, word)).words, QString()); // the kind says it all
        }
        for (const QString &code : knownFieldCodes()) {
            QVERIFY2(isChinese(fieldText({"x", code, "Words."})), qPrintable(code));
            QVERIFY2(!fieldText({"x", code, "Words."}).contains("Words"), qPrintable(code));
        }
    }

    void theCodeComesBeforeTheKind() {
        m_language.use("en");
        QCOMPARE(errorText(problem(401, "unauthorized", "wrong-credentials")).sentence,
                 "User name or password is wrong.");
        QCOMPARE(errorText(problem(401, "unauthorized", "session-over")).sentence,
                 "Your session has ended. Please sign in again.");
        QVERIFY(errorText(problem(503, "unavailable", "redis-unavailable")).sentence.contains("Redis"));
        QVERIFY(errorText(problem(503, "unavailable", "storage-unavailable")).sentence.contains("database"));
        QCOMPARE(errorText(problem(404, "not-found", "message-not-found")).words, QString());
    }

    void anUnknownCodeIsToldInBothLanguagesWithTheServicesWords() {
        for (const char *language : {"en", "zh_TW"}) {
            m_language.use(QLatin1StringView(language));
            const ErrorText text = errorText(problem(409, "conflict", "scooter-moved"));
            QVERIFY(!text.sentence.contains("Words"));
            QCOMPARE(text.words, "Words of the service.");
        }
    }

    void whoIsThrottledReadsHowLong() {
        const auto waiting = [](qint64 ms, const QString &code) {
            return errorText(problem(429, "too-many-requests", code, {{"retry_after_ms", ms}}));
        };
        QVERIFY(waiting(29'100, "too-many-attempts").sentence.contains(QString::fromUtf8("30 秒")));
        QVERIFY(waiting(90'000, "never-heard-of").sentence.contains(QString::fromUtf8("1 分 30 秒")));
        QVERIFY(isChinese(waiting(0, "too-many-attempts").sentence));
        QCOMPARE(waiting(0, "too-many-attempts").words, QString());
    }

    void whatIsNoProblemDocumentIsSaidByItsStatus() {
        const ErrorText text = errorText(errorFromAnswer(502, "<html>Bad Gateway</html>", {}, 0));
        QVERIFY(isChinese(text.sentence));
        QCOMPARE(text.words, "HTTP 502");
    }

    void anAnswerThatCannotBeReadIsNotAnOutage() {
        m_language.use("en");
        ApiError broken{{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}}};
        broken.fields = {{"items[0].state", "unknown-word", "This word is not one of those allowed here."}};
        QVERIFY(errorText(broken).sentence.contains("could not be read"));
        QCOMPARE(errorText(broken).words, "items[0].state: This is not one of the choices.");
        const ApiError offline{{ErrorKind::Unavailable, "service-unreachable", {}, "Connection refused"}};
        QCOMPARE(errorText(offline).sentence, "The service cannot be reached.");
        QCOMPARE(errorText(offline).words, QString());
    }

    void limitsAreKeptFromTheServicesSentence() {
        QCOMPARE(fieldText({"x", "too-long", "At most 40 characters."}), QString::fromUtf8("最多 40 個字元。"));
        QCOMPARE(fieldText({"x", "out-of-range", "Expected a number from -1 to 500."}),
                 QString::fromUtf8("請輸入 -1 到 500 之間的數字。"));
        QVERIFY(!fieldText({"to", "out-of-range", "The end must be after the start."}).contains("%"));
        QVERIFY(fieldText({"x", "too-blue", "It is too blue."}).contains("It is too blue."));
    }

    void theBarFollowsTheLanguage() {
        MessageBar bar;
        bar.showError(problem(409, "conflict", "scooter-moved"));
        const auto *words = bar.findChild<QLabel *>("messageWords");
        QVERIFY(!words->isHidden());
        QVERIFY(isChinese(bar.text()));
        m_language.use("en");
        QTRY_VERIFY(!isChinese(bar.text()));
        QCOMPARE(words->text(), "Words of the service.");
        bar.showMessage(Tone::Info, "Saved.");
        QVERIFY(words->isHidden());
    }
};

QTEST_MAIN(ErrorTextTest)
#include "error_text_test.moc"
