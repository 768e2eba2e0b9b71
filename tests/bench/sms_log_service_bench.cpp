#include "services/http/client.h"
#include "tests/bench/report.h"
#include "tests/bench/service_process.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace wemo;
using namespace wemo::bench;

namespace {
constexpr int rounds = 40;

class Staff {
public:
    explicit Staff(QString address)
        : m_address(std::move(address)) {
        const QJsonObject account = get("/api/v1/demo-accounts").value("accounts").toArray().first().toObject();
        const QJsonObject login{{"username", account.value("username")}, {"password", account.value("password")}};
        const auto answer = m_client.send({"POST",
                                           m_address + "/api/v1/session",
                                           {{"Content-Type", "application/json"}},
                                           QJsonDocument(login).toJson()});
        if (answer)
            m_token = QJsonDocument::fromJson(answer->body).object().value("access_token").toString().toLatin1();
    }

    QJsonObject get(const QString &path) {
        const auto answer = m_client.send({"GET", m_address + path, {{"Authorization", "Bearer " + m_token}}, {}});
        if (!answer || answer->status != 200)
            qFatal("%s: %d", qPrintable(path), answer ? answer->status : 0);
        return QJsonDocument::fromJson(answer->body).object();
    }

    double medianMs(const QString &path) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer clock;
            clock.start();
            get(path);
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        return median(times);
    }

private:
    QString m_address;
    http::Client m_client;
    QByteArray m_token;
};
} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    Program service("wemo-service", {"--data-dir", folder.filePath("data"), "--listen", "127.0.0.1:0"});
    QJsonObject ready;
    if (service.waitFor("ready", &ready) < 0)
        return 1;
    Staff staff(ready.value("address").toString());
    const QString list = "/api/v1/sms/messages?limit=200";
    QJsonObject outline;
    while (outline.value("total").toInt() < 200'000) // the older months are written behind the first page
        outline = staff.get("/api/v1/sms/messages/outline?every=200");
    const QJsonArray anchors = outline.value("anchors").toArray();
    report("sms_log", "messages in the log", outline.value("total").toDouble(), "rows", 200'000);
    report("sms_log", "first page of 200 over HTTP", staff.medianMs(list), "ms", 50);
    report("sms_log", "page in the middle",
           staff.medianMs(list + "&cursor=" + anchors.at(anchors.size() / 2).toString()), "ms", 50);
    report("sms_log", "first page, rare state", staff.medianMs(list + "&state=rejected"), "ms", 50);
    report("sms_log", "first page, six states",
           staff.medianMs(list + "&state=delivered,sent,failed,expired,unknown,rejected"), "ms", 50);
    report("sms_log", "first page, one number", staff.medianMs(list + "&number=0912345678"), "ms", 50);
    report("sms_log", "outline of everything", staff.medianMs("/api/v1/sms/messages/outline?every=200"), "ms", 500);
    return 0;
}
