#include "app/gateway_simulator/vendor.h"
#include "models/sms/every8d_time.h"
#include "models/sms/segments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <thread>

namespace wemo::simulator {

namespace {
constexpr qint64 filterWindowMs = 24LL * 3600 * 1000;
constexpr int pageRows = 1000;

http::Response plain(const QString &body, const char *type = "text/plain") {
    http::Response response;
    response.headers = {{"Content-Type", QByteArray(type) + "; charset=utf-8"}};
    response.body = body.toUtf8();
    return response;
}

QString number(double value) {
    return QString::number(value, 'f', 2);
}

/// An answer by the vendor's habit: a line, or JSON around it.
http::Response error(const QString &line, bool json) {
    if (!json)
        return plain(line);
    const QJsonObject object{{"Result", false}, {"Status", line.section(u',', 0, 0)}, {"Msg", line.section(u',', 1)}};
    return plain(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), "application/json");
}

QString cannedLine(const AnswerPlan &plan, const QString &mobile) {
    const QString &kind = plan.kind;
    if (kind == "code")
        return plan.code + QStringLiteral(",錯誤");
    if (kind == "content")
        return QStringLiteral("-24,簡訊內容不得為空");
    if (kind == "channel-refused")
        return QStringLiteral("-290,發送通道不開放");
    if (kind == "empty-login")
        return QStringLiteral("-300,帳號密碼不得為空");
    if (kind == "wrong-password")
        return QStringLiteral("-101,密碼錯誤");
    if (kind == "no-number")
        return QStringLiteral("-27,電話號碼不得為空");
    if (kind == "bad-number")
        return QStringLiteral("-306,手機格式不符:") + mobile;
    if (kind == "server-error")
        return QStringLiteral("-99, 主機端發生不明錯誤，請與廠商窗口聯繫。");
    return {};
}
} // namespace

int htmlStatus(const QString &kind) {
    return kind == "forbidden" ? 403 : kind == "bad-gateway" ? 502 : kind == "unavailable" ? 503 : 0;
}

Asked Vendor::asked(const Call &call) {
    const Recipient first = call.recipients.value(0);
    return {gateway, call.endpoint, vendorNumber(first.mobile), first.reference};
}

http::Response Vendor::send(const http::Request &request, const Call &call) {
    if (request.method != "POST") {
        http::Response response;
        response.status = 405;
        return response;
    }
    // Only a test's script asks for a wait; it holds one of the simulator's own threads.
    std::this_thread::sleep_for(std::chrono::milliseconds(m_behaviour.turnMs(nowMs())));
    const AnswerPlan plan = m_behaviour.nextAnswer(asked(call));
    const QString problem = inputProblem(call);
    const QString batchId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Taken taken;
    if (problem.isEmpty() && m_behaviour.draw(plan.takes))
        taken = takeOn(call, batchId);
    for (const Recipient &recipient : call.recipients) {
        SubmissionNote note;
        note.endpoint = call.endpoint;
        note.number = vendorNumber(recipient.mobile);
        note.text = recipient.text;
        note.reference = recipient.reference;
        note.validityMinutes = call.fields.value("RETRYTIME", "1440").toInt();
        note.answer = plan.kind;
        note.taken = taken.messages > 0;
        note.batchId = note.taken ? batchId : QString();
        m_network.note(std::move(note));
    }
    if (plan.delayMs > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(plan.delayMs));
    return problem.isEmpty() ? answer(plan, call, taken.answer) : error(problem, call.json);
}

Vendor::Taken Vendor::takeOn(const Call &call, const QString &batchId) {
    QList<SimMessage> messages;
    double cost = 0;
    QString stopped; ///< by the filter: the number, and the batch that had it
    const qint64 now = nowMs();
    for (const Recipient &recipient : call.recipients) {
        SimMessage m;
        m.batchId = batchId;
        m.number = vendorNumber(recipient.mobile);
        m.text = recipient.text;
        m.reference = recipient.reference;
        m.name = recipient.name;
        m.submittedAt = now;
        const auto at = sms::every8d::instantFromTaipei(recipient.sendTime);
        m.sendAt = std::max(now, at ? toMs(*at) : now);
        m.status = m.sendAt > now ? "300" : "";
        m.validityMinutes = call.fields.value("RETRYTIME", "1440").toInt();
        m.segments = sms::countSegments(m.text).segments;
        const QString before = call.endpoint == "SendSMS4FilterMessage"
                                   ? m_network.sentBefore(m.number, m.text, now - filterWindowMs)
                                   : QString();
        if (!before.isEmpty()) {
            stopped = ',' + m.number + ',' + before;
            continue;
        }
        cost += m.segments;
        messages.append(std::move(m));
    }
    const std::optional<double> credit = m_behaviour.charge(gateway, cost);
    if (!credit)
        return {QString("0,0,0,%1,%2").arg(messages.size()).arg(batchId) + stopped, 0};
    const qsizetype count = messages.size();
    m_network.take(std::move(messages), m_behaviour.nextReceipts(asked(call)));
    return {QString("%1,%2,%3,0,%4").arg(number(*credit)).arg(count).arg(number(cost), batchId) + stopped, count};
}

http::Response Vendor::answer(const AnswerPlan &plan, const Call &call, const QString &success) const {
    http::Response response;
    if (plan.kind == "drop" || plan.kind == "hang") {
        response.dropConnection = true;
        return response;
    }
    if (const int status = htmlStatus(plan.kind); status > 0) {
        response = plain("<html><head><title>Error</title></head><body><h1>Refused</h1></body></html>", "text/html");
        response.status = status;
        return response;
    }
    if (plan.kind == "empty")
        return plain({});
    if (plan.kind == "raw") {
        response = plain(plan.body);
        response.status = plan.status;
        return response;
    }
    const QString guid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (plan.kind == "json-error")
        return error("-99,error", true);
    const QString mobile = call.recipients.isEmpty() ? QString() : call.recipients.first().mobile;
    if (const QString line = cannedLine(plan, mobile); !line.isEmpty())
        return error(line, call.json);
    const QString line = plan.kind == "no-credit" ? "0,0,0,1," + guid : success;
    if (!call.json)
        return plain(line);
    const QJsonObject object{{"Result", true}, {"Msg", line}};
    return plain(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), "application/json");
}

http::Response Vendor::eraseBooking(const Call &call) {
    const int canceled = m_network.cancel(call.fields.value("BID"));
    m_behaviour.refund(gateway, canceled);
    return plain(QString("%1,%2").arg(canceled).arg(number(canceled)));
}

http::Response Vendor::deliveryStatus(const Call &call) const {
    const QString batch = call.fields.value("BID");
    const QList<SimMessage> all = m_network.batch(batch);
    const SimMessage first = all.value(0);
    const QString fault = m_behaviour.nextQuery({gateway, call.endpoint, first.number, first.reference});
    if (!fault.isEmpty() && fault != "empty")
        return answer({fault}, call, {});
    const int page = std::max(1, call.fields.value("PNO", "1").toInt());
    QList<SimMessage> known;
    for (const SimMessage &message : all)
        if (!message.status.isEmpty() && fault.isEmpty())
            known.append(message);
    known = known.mid((page - 1) * pageRows, pageRows);
    const auto spelled = [](qint64 at) { return at > 0 ? sms::every8d::taipeiSpelled(fromMs(at)) : QString(); };
    const QString format = call.fields.value("RESPFORMAT", "0");
    if (format == "0") {
        QString body = QString::number(known.size());
        for (const SimMessage &m : known)
            body += "\r\n" + QStringList{m.name, m.number, spelled(m.sendAt), number(m.segments), m.status}.join(u'\t');
        return plain(body);
    }
    QJsonArray rows;
    QString xml;
    for (const SimMessage &m : known) {
        const QList<std::pair<QString, QString>> fields{
            {"MR", m.reference},
            {"NAME", m.name},
            {"MOBILE", m.number},
            {"SEND_TIME", spelled(m.sendAt)},
            {"COST", number(m.segments)},
            {"STATUS", m.status},
            {"REAL_COST", number(m.segments)},
            {"RECEIVED_TIME", m.status == "100" ? spelled(m.statusAt) : QString()}};
        QJsonObject row;
        xml += "<GET_DATA>";
        for (const auto &[name, value] : fields) {
            row.insert(name, value);
            xml += '<' + name + '>' + value.toHtmlEscaped() + "</" + name + '>';
        }
        xml += "</GET_DATA>";
        rows.append(row);
    }
    if (format == "2")
        return plain(
            QString("<?xml version=\"1.0\" encoding=\"utf-8\"?><SMS_LOG SMS_COUNT=\"%1\" BID=\"%2\">%3</SMS_LOG>")
                .arg(known.size())
                .arg(batch.toHtmlEscaped(), xml),
            "text/xml");
    const QJsonObject object{{"SMS_COUNT", QString::number(known.size())}, {"BID", batch}, {"DATA", rows}};
    return plain(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), "application/json");
}

} // namespace wemo::simulator
