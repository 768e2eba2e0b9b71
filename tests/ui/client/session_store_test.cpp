#include "tests/ui/support/service_stub.h"
#include "ui/client/session_controller.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo;
using namespace wemo::ui;
using wemo::tests::ServiceStub;

namespace {
template <typename T>
std::optional<T> await(QFuture<T> future) {
    return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) ? std::optional(future.result()) : std::nullopt;
}

bool anyFileHolds(const QString &folder, const QByteArray &secret) {
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
            return true;
    }
    return false;
}
} // namespace

/// Runs itself again inside a private D-Bus session: once with gnome-keyring, once without any Secret Service.
class SessionStoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withASecretService() {
        runInside("gnome-keyring-daemon --unlock --components=secrets >/dev/null <<EOF\nx\nEOF\n", "keyring");
    }
    void withoutASecretService() { runInside({}, "nothing"); }

private:
    void runInside(const QString &before, const QString &part) {
        if (QStandardPaths::findExecutable("dbus-run-session").isEmpty() ||
            QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty())
            QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
        QTemporaryDir home;
        QDir(home.path()).mkpath("data/keyrings");
        QDir(home.path()).mkpath("run");
        QFile::setPermissions(home.filePath("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", home.path());
        environment.insert("XDG_DATA_HOME", home.filePath("data"));
        environment.insert("XDG_CONFIG_HOME", home.filePath("config"));
        environment.insert("XDG_RUNTIME_DIR", home.filePath("run"));
        environment.insert("WEMO_STORE_PART", part);
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        QProcess session;
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        // A bus of our own that starts no services: a desktop's would bring up its keyring by itself.
        QFile config(home.filePath("bus.conf"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:dir=" + home.path().toUtf8() +
                     "</listen><policy context='default'>"
                     "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow "
                     "own='*'/></policy></busconfig>");
        config.close();
        session.start("dbus-run-session", {"--config-file", config.fileName(), "--", "sh", "-c",
                                           before + "exec '" + QCoreApplication::applicationFilePath() + "'"});
        QVERIFY(session.waitForFinished(60'000));
        const QByteArray output = session.readAll();
        QVERIFY2(session.exitCode() == 0, output.constData());
        QVERIFY(output.contains("Totals: 3 passed"));
        QVERIFY(!anyFileHolds(home.path(), "refresh-secret"));
    }
};

class InsideTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOrSaysThatItCannot() {
        const bool keyring = qEnvironmentVariable("WEMO_STORE_PART") == "keyring";
        ServiceStub service;
        service.playConsole();
        service.on("POST", "/api/v1/session", [](const auto &) {
            return ServiceStub::Answer{201,
                                       QJsonDocument(toJson(ServiceStub::session("a1", "refresh-secret-1"))).toJson()};
        });
        service.on("POST", "/api/v1/session/refresh", [](const ServiceStub::Request &request) {
            return request.json().value("refresh_token").toString() == "refresh-secret-1"
                       ? ServiceStub::Answer{200, QJsonDocument(toJson(ServiceStub::session("a2", "refresh-secret-2")))
                                                      .toJson()}
                       : ServiceStub::problem(401, "revoked");
        });
        SessionStore store;
        const auto wanted = keyring ? SessionStore::Availability::Available : SessionStore::Availability::Unavailable;
        {
            ApiClient client;
            client.setBaseUrl(service.url());
            SessionController sessions(client, store, "server");
            sessions.signIn("mei", "secret", true);
            QTRY_VERIFY(client.session());
            QTRY_COMPARE(store.availability(), wanted);
        }
        const auto kept = await(store.load("server"));
        QVERIFY(kept);
        QCOMPARE(kept->has_value(), keyring);
        if (!keyring) {
            QCOMPARE(kept->error().code, "no-secret-service");
            return;
        }
        QCOMPARE(**kept, std::optional<QString>("refresh-secret-1"));

        ApiClient next; // the next start of the console
        next.setBaseUrl(service.url());
        SessionController sessions(next, store, "server");
        sessions.restore();
        QTRY_VERIFY(next.session());
        QCOMPARE(next.session()->accessToken, "a2");
        const auto rotated = await(store.load("server"));
        QCOMPARE(**rotated, std::optional<QString>("refresh-secret-2"));
        sessions.signOut();
        const auto gone = await(store.load("server"));
        QVERIFY(gone && *gone && !(**gone));
    }
};

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("WEMO_STORE_PART")) {
        InsideTest inside;
        return QTest::qExec(&inside, argc, argv);
    }
    SessionStoreTest outside;
    return QTest::qExec(&outside, argc, argv);
}
#include "session_store_test.moc"
