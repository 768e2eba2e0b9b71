#include "services/runtime/seal.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo::runtime;

class SealTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedOpensWithItsKeyOnly() {
        const QByteArray key = randomBytes(32);
        const QByteArray sealed = seal("123456", key);
        QVERIFY(!sealed.contains("123456"));
        QCOMPARE(unseal(sealed, key).value(), QByteArray("123456"));
        QVERIFY(seal("123456", key) != sealed);
        QVERIFY(!unseal(sealed, randomBytes(32)));
        QCOMPARE(unseal(seal({}, key), key).value(), QByteArray());
    }

    void aDamagedSealIsRefused() {
        const QByteArray key = randomBytes(32);
        const QByteArray sealed = seal("text", key);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray damaged = sealed;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            QVERIFY(!unseal(damaged, key));
            QVERIFY(!unseal(sealed.first(i), key));
        }
    }

    void hmacIsTheStandardOne() { // RFC 4231, case 2
        QCOMPARE(hmac("what do ya want for nothing?", "Jefe").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void secretsAreCompared() {
        QVERIFY(sameSecret("abc", "abc"));
        QVERIFY(!sameSecret("abc", "abd"));
        QVERIFY(!sameSecret("abc", "ab"));
        QVERIFY(sameSecret({}, {}));
    }

    void randomNumbersStayBelowTheirBound() {
        bool seen[7] = {};
        for (int i = 0; i < 1000; ++i)
            seen[randomBelow(7)] = true;
        for (const bool each : seen)
            QVERIFY(each);
    }

    void secretsAreMadeOnceAndPrivate() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("secrets.json");
        QVERIFY(!Secrets::load(path, false));
        const auto made = Secrets::load(path, true);
        QVERIFY(made);
        const auto privateMode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(path), privateMode);
        const auto again = Secrets::load(path, true);
        QVERIFY(again);
        QCOMPARE(again->otpPepper, made->otpPepper);
        QCOMPARE(again->jwtSeed, made->jwtSeed);
        const QJsonObject jwk = QJsonDocument::fromJson(made->jwtSeed).object();
        QCOMPARE(jwk["crv"].toString(), "P-256");
        QVERIFY(jwk.contains("d"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"secrets.json"});
    }

    void aWrongSecretsFileIsNamed() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("secrets.json");
        QVERIFY(Secrets::load(path, true));
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
        QVERIFY(Secrets::load(path, false).error().message.contains("every user"));
        QVERIFY(QFile::remove(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"otp_pepper":"short"})");
        file.close();
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        const auto refused = Secrets::load(path, true);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("otp_pepper"));
        QVERIFY(!refused.error().message.contains("\"short\""));
    }
};

QTEST_APPLESS_MAIN(SealTest)
#include "seal_test.moc"
