#include "app/gateway_simulator/vendor.h"

#include "models/sms/every8d_time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace wemo::simulator {

namespace {
http::Response text(const QString &body) {
    http::Response response;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    response.body = body.toUtf8();
    return response;
}

http::Response jsonAnswer(const QJsonObject &object) {
    http::Response response;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

QString newGuid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QHash<QString, QString> readForm(const QByteArray &body) {
    QHash<QString, QString> fields;
    for (QByteArray part : body.split('&')) {
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        if (equals > 0)
            fields.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(part.left(equals))).toUpper(),
                          QString::fromUtf8(QByteArray::fromPercentEncoding(part.mid(equals + 1))));
    }
    return fields;
}
} // namespace

QString vendorNumber(const QString &mobile) {
    static const QRegularExpression pattern("^(?:0|\\+?886)(9[0-9]{8})$");
    const QRegularExpressionMatch match = pattern.match(mobile.trimmed());
    return match.hasMatch() ? "+886" + match.captured(1) : QString();
}

Vendor::Vendor(Credentials credentials, Behaviour &behaviour, Network &network)
    : m_credentials(std::move(credentials))
    , m_behaviour(behaviour)
    , m_network(network) {}

http::Response Vendor::handle(const http::Request &request) {
    const QString endpoint = request.path.section(u'/', -1).section(u'.', 0, 0);
    if (m_behaviour.forgetsTokens())
        forgetTokens();
    const Call call = readCall(request, endpoint);
    if (endpoint == "ConnectionHandler")
        return connectionHandler(call);
    if (const QString problem = loginProblem(request, call); !problem.isEmpty())
        return call.json ? jsonAnswer({{"Result", false},
                                       {"Status", problem.section(u',', 0, 0)},
                                       {"Msg", problem.section(u',', 1)}})
                         : text(problem);
    if (endpoint == "SendSMS" || endpoint == "SendParam" || endpoint == "SendSMS4FilterMessage")
        return send(request, call);
    if (endpoint == "GetDeliveryStatus")
        return deliveryStatus(call);
    if (endpoint == "EraseBooking")
        return eraseBooking(call);
    if (endpoint == "GetCredit")
        return text(QString::number(m_behaviour.credit(gateway), 'f', 2));
    http::Response response;
    response.status = 404;
    return response;
}

Vendor::Call Vendor::readCall(const http::Request &request, const QString &endpoint) const {
    Call call;
    call.endpoint = endpoint;
    call.bearer = !request.header("Authorization").isEmpty();
    call.json = call.bearer || endpoint == "SendParam" || endpoint == "ConnectionHandler";
    if (endpoint != "SendParam" && endpoint != "ConnectionHandler") {
        call.fields = readForm(request.method == "GET" ? request.rawQuery : request.body);
        const QStringList mobiles = call.fields.value("DEST").split(u',', Qt::SkipEmptyParts);
        for (const QString &mobile : mobiles)
            call.recipients.append(
                {mobile, call.fields.value("MSG"), call.fields.value("ST"), call.fields.value("MR"), QString()});
        return call;
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    for (const QString &name : body.keys())
        call.fields.insert(name.toUpper(), body.value(name).toVariant().toString());
    const QJsonArray recipients = body.value("RecipientDataList").toArray();
    for (const QJsonValue &value : recipients) {
        const QString message = call.fields.value("MSG");
        call.recipients.append({value["Mobile"].toString(), message.isEmpty() ? value["Param"].toString() : message,
                                value["SendTime"].toString(), value["MR"].toString(), value["Name"].toString()});
    }
    return call;
}

QString Vendor::loginProblem(const http::Request &request, const Call &call) const {
    if (call.bearer) {
        const std::lock_guard lock(m_mutex);
        return m_tokens.contains(request.header("Authorization").mid(7).trimmed()) ? QString()
                                                                                   : QStringLiteral("-101,密碼錯誤");
    }
    const QString uid = call.fields.value("UID");
    const QString password = call.fields.value("PWD");
    if (uid.isEmpty() || password.isEmpty())
        return QStringLiteral("-300,帳號密碼不得為空");
    if (m_credentials.uid.isEmpty())
        return {};
    if (uid != m_credentials.uid)
        return QStringLiteral("-100,無此帳號");
    return password == m_credentials.password ? QString() : QStringLiteral("-101,密碼錯誤");
}

http::Response Vendor::connectionHandler(const Call &call) {
    const QString verify = call.fields.value("VERIFYTYPE");
    Call login = call;
    if (const QString problem = loginProblem({}, login); !problem.isEmpty())
        return jsonAnswer(
            {{"Result", false}, {"Status", problem.section(u',', 0, 0)}, {"Msg", problem.section(u',', 1)}});
    const QByteArray token = newGuid().toLatin1();
    const std::lock_guard lock(m_mutex);
    if (verify == "3")
        m_tokens.clear();
    else if (verify == "1")
        m_tokens.insert(token);
    return jsonAnswer({{"Result", true}, {"Msg", verify == "1" ? QString::fromLatin1(token) : QString()}});
}

void Vendor::forgetTokens() {
    const std::lock_guard lock(m_mutex);
    m_tokens.clear();
}

QString Vendor::inputProblem(const Call &call) const {
    if (call.recipients.isEmpty())
        return QStringLiteral("-27,電話號碼不得為空");
    for (const Recipient &recipient : call.recipients) {
        if (recipient.mobile.trimmed().isEmpty())
            return QStringLiteral("-27,電話號碼不得為空");
        if (vendorNumber(recipient.mobile).isEmpty())
            return QStringLiteral("-306,手機格式不符:") + recipient.mobile;
        if (recipient.text.isEmpty())
            return QStringLiteral("-24,簡訊內容不得為空");
        if (!recipient.sendTime.isEmpty() && !sms::every8d::instantFromTaipei(recipient.sendTime))
            return QStringLiteral("-28,發送時間格式錯誤");
    }
    return {};
}

} // namespace wemo::simulator
