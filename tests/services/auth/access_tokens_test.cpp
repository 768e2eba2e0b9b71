#include "services/auth/access_tokens.h"
#include "services/auth/json_ptr.h"
#include "tests/support/fake_clock.h"

#include <QJsonArray>
#include <QTest>

extern "C" {
#include <jose/jwk.h>
#include <jose/jws.h>
}

using namespace wemo;
using namespace wemo::auth;

class AccessTokensTest final : public QObject {
    Q_OBJECT

    tests::FakeClock m_clock;
    QByteArray m_jwk = newKey();
    std::unique_ptr<AccessTokens> m_tokens = tokens(m_jwk);

    static QByteArray newKey(const char *generate = "{\"alg\":\"ES256\"}") {
        const JsonPtr jwk = toJansson(generate);
        if (!jose_jwk_gen(nullptr, jwk.get()))
            return {};
        return QJsonDocument(toQt(jwk.get())).toJson(QJsonDocument::Compact);
    }
    std::unique_ptr<AccessTokens> tokens(const QByteArray &jwk, const QString &issuer = "wemo") {
        auto made = AccessTokens::create(jwk, issuer, m_clock, std::chrono::minutes(15));
        return made ? std::move(*made) : nullptr;
    }
    QString signedToken() { return m_tokens->sign({42, "device-a", "sign_in"})->token; }

private Q_SLOTS:
    void carriesWhoAndUntilWhen() {
        const auto token = m_tokens->sign({42, "device-a", "sign_in"});
        QVERIFY(token);
        const auto decoded = decodeJwt(token->token);
        QVERIFY(decoded);
        QCOMPARE(decoded->header["alg"].toString(), QString("ES256"));
        QCOMPARE(decoded->header["typ"].toString(), QString("JWT"));
        QCOMPARE(decoded->claims["sub"].toString(), QString("42"));
        QCOMPARE(decoded->claims["device"].toString(), QString("device-a"));
        QCOMPARE(decoded->claims["exp"].toInteger() - decoded->claims["iat"].toInteger(), 900);
        QCOMPARE(toMs(token->expiresAt), decoded->claims["exp"].toInteger() * 1000);
        QVERIFY(decodeJwt(signedToken())->claims["jti"] != decoded->claims["jti"]);
        const auto claims = m_tokens->verify(token->token);
        QVERIFY(claims && claims->rider == 42 && claims->device == "device-a");
    }

    void theJwksAloneVerifiesIt() {
        const QJsonArray keys = m_tokens->publicKeys()["keys"].toArray();
        QCOMPARE(keys.size(), 1);
        const QJsonObject key = keys[0].toObject();
        QVERIFY(!key.contains("d"));
        QVERIFY(!QJsonDocument(m_tokens->publicKeys())
                     .toJson()
                     .contains(QJsonDocument::fromJson(m_jwk).object()["d"].toString().toLatin1()));
        const QString token = signedToken();
        QCOMPARE(decodeJwt(token)->header["kid"], key["kid"]);
        const JsonPtr jwk = toJansson(QJsonDocument(key).toJson());
        const QList<QByteArray> parts = token.toLatin1().split('.');
        const auto verifies = [&](const QByteArray &payload) {
            const JsonPtr jws(json_pack("{s:s,s:s,s:s}", "protected", parts[0].constData(), "payload",
                                        payload.constData(), "signature", parts[2].constData()));
            return jose_jws_ver(nullptr, jws.get(), nullptr, jwk.get(), false);
        };
        QVERIFY(verifies(parts[1]));
        QVERIFY(!verifies(QByteArray("{\"sub\":\"1\"}").toBase64(QByteArray::Base64UrlEncoding)));
    }

    void refusesWhatItDidNotSign() {
        const QString good = signedToken();
        const QStringList parts = good.split('.');
        const auto encoded = [](const char *json) {
            return QString::fromLatin1(
                QByteArray(json).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        };
        const QStringList bad{"",
                              "a.b.c",
                              "..",
                              parts[0] + "." + parts[1] + ".",
                              parts[0] + "." + encoded("{\"sub\":\"1\",\"iss\":\"wemo\",\"exp\":99999999999}") + "." +
                                  parts[2],
                              encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                              encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                              tokens(newKey())->sign({42, "device-a", "sign_in"})->token,
                              tokens(m_jwk, "another")->sign({42, "device-a", "sign_in"})->token};
        for (const QString &token : bad) {
            const auto claims = m_tokens->verify(token);
            QVERIFY2(!claims, qPrintable(token));
            QVERIFY(claims.error().kind == ErrorKind::Unauthorized);
        }
    }

    void itsTimeEnds() {
        const QString token = signedToken();
        m_clock.advance(std::chrono::seconds(899));
        QVERIFY(m_tokens->verify(token));
        m_clock.advance(std::chrono::seconds(1));
        QVERIFY(!m_tokens->verify(token));
    }

    void keysAreChangedWithoutRefusingOldTokens() {
        const QString before = signedToken();
        const QByteArray next = newKey();
        const auto rotated = tokens("{\"keys\":[" + next + "," + m_jwk + "]}");
        QVERIFY(rotated);
        QVERIFY(rotated->verify(before));
        QCOMPARE(rotated->publicKeys()["keys"].toArray().size(), 2);
        QVERIFY(decodeJwt(rotated->sign({1, "d", "f"})->token)->header["kid"] != decodeJwt(before)->header["kid"]);
    }

    void refusesKeysThatCannotSign() {
        QJsonObject publicOnly = QJsonDocument::fromJson(m_jwk).object();
        publicOnly.remove("d");
        for (const QByteArray &jwk :
             {QByteArray(), QByteArray("nonsense"), QByteArray("[]"), QByteArray("{}"), QByteArray("{\"keys\":[]}"),
              QJsonDocument(publicOnly).toJson(), newKey("{\"alg\":\"ES384\"}"), newKey("{\"alg\":\"HS256\"}")})
            QVERIFY2(!AccessTokens::create(jwk, "wemo", m_clock, std::chrono::minutes(1)), jwk.constData());
    }
};

QTEST_APPLESS_MAIN(AccessTokensTest)
#include "access_tokens_test.moc"
