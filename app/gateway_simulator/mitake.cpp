#include "app/gateway_simulator/mitake.h"

#include "models/sms/every8d_time.h"
#include "models/sms/segments.h"

#include <QRandomGenerator>

#include <thread>

namespace wemo::simulator {

namespace {
const QString gateway = QStringLiteral("mitake");
constexpr qint64 clientIdMs = 12LL * 3600 * 1000;

http::Response plain(const QByteArray &body) {
    http::Response response;
    response.headers = {{"Content-Type", "text/plain; charset=big5"}};
    response.body = body;
    return response;
}

QHash<QString, QString> readForm(const QByteArray &form) {
    QHash<QString, QString> fields;
    for (QByteArray part : form.split('&')) {
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        if (equals > 0)
            fields.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(part.left(equals))).toLower(),
                          QString::fromUtf8(QByteArray::fromPercentEncoding(part.mid(equals + 1))));
    }
    return fields;
}

/// An error has no msgid.
QByteArray refusal(const QString &code) {
    return "[1]\r\nstatuscode=" + code.toLatin1() + "\r\nError=refused\r\n";
}

QString codeOf(const AnswerPlan &plan) {
    static const QHash<QString, QString> codes{{"no-credit", "s"},       {"empty-login", "c"}, {"wrong-password", "e"},
                                               {"no-number", "v"},       {"bad-number", "v"},  {"content", "u"},
                                               {"channel-refused", "p"}, {"unavailable", "r"}, {"server-error", "*"}};
    return plan.kind == "code" ? plan.code : codes.value(plan.kind);
}

QString newMsgId() {
    return QString::number(QRandomGenerator::global()->bounded(quint64(1'000'000'000), quint64(10'000'000'000)));
}
} // namespace

Mitake::Mitake(Credentials credentials, Behaviour &behaviour, Network &network)
    : m_credentials(std::move(credentials))
    , m_behaviour(behaviour)
    , m_network(network) {}

http::Response Mitake::handle(const http::Request &request) {
    const QString endpoint = request.path.section(u'/', -1);
    const Fields fields = readForm(request.method == "GET" ? request.rawQuery : request.body);
    if (const QString problem = loginProblem(fields); !problem.isEmpty())
        return plain(endpoint == "SmSend" ? refusal(problem) : "statuscode=" + problem.toLatin1() + "\r\n");
    if (endpoint == "SmSend")
        return send(request, fields);
    if (endpoint == "SmQuery")
        return query(fields);
    if (endpoint == "SmCancel")
        return cancel(fields);
    http::Response response;
    response.status = 404;
    return response;
}

QString Mitake::loginProblem(const Fields &fields) const {
    const QString name = fields.value("username");
    const QString password = fields.value("password");
    if (name.isEmpty() || password.isEmpty())
        return name.isEmpty() ? QStringLiteral("c") : QStringLiteral("d");
    const bool isRight =
        m_credentials.uid.isEmpty() || (name == m_credentials.uid && password == m_credentials.password);
    return isRight ? QString() : QStringLiteral("e");
}

http::Response Mitake::send(const http::Request &request, const Fields &fields) {
    // Our client id is the message's id and a number of the try.
    const QString reference = fields.value("clientid").section(u'-', 0, 0);
    const Asked asked{gateway, "SmSend", vendorNumber(fields.value("dstaddr")), reference};
    // Only a test's script asks for a wait; it holds one of the simulator's own threads.
    std::this_thread::sleep_for(std::chrono::milliseconds(m_behaviour.turnMs(nowMs())));
    const AnswerPlan plan = m_behaviour.nextAnswer(asked);
    // Without it the text would be read as BIG5.
    const bool isUtf8 = request.query.queryItemValue("CharsetURL").startsWith("UTF", Qt::CaseInsensitive);
    const QString problem = asked.number.isEmpty()             ? QStringLiteral("v")
                            : fields.value("smbody").isEmpty() ? QStringLiteral("u")
                            : !isUtf8                          ? QStringLiteral("y")
                                                               : QString();
    Taken taken;
    if (problem.isEmpty() && m_behaviour.draw(plan.takes))
        taken = takeOn(fields, asked);
    note(fields, asked, plan, taken);
    std::this_thread::sleep_for(std::chrono::milliseconds(plan.delayMs));
    return problem.isEmpty() ? answer(plan, taken.answer) : plain(refusal(problem));
}

void Mitake::note(const Fields &fields, const Asked &asked, const AnswerPlan &plan, const Taken &taken) {
    SubmissionNote note;
    note.gateway = gateway;
    note.endpoint = asked.endpoint;
    note.number = asked.number;
    note.text = fields.value("smbody");
    note.clientId = fields.value("clientid");
    note.reference = asked.reference;
    note.answer = plan.kind;
    note.taken = taken.isNew;
    note.batchId = taken.batchId;
    m_network.note(std::move(note));
}

Mitake::Taken Mitake::takeOn(const Fields &fields, const Asked &asked) {
    const std::lock_guard lock(m_taking);
    const qint64 now = nowMs();
    const QString clientId = fields.value("clientid");
    const auto block = [&](const QString &msgId, bool isScheduled, const QByteArray &more) {
        const auto points = static_cast<qint64>(m_behaviour.credit(gateway));
        return '[' + (clientId.isEmpty() ? QByteArray("1") : clientId.toUtf8()) + "]\r\nmsgid=" + msgId.toLatin1() +
               "\r\nstatuscode=" + (isScheduled ? "0" : "1") + more + "\r\nAccountPoint=" + QByteArray::number(points) +
               "\r\n";
    };
    if (!clientId.isEmpty())
        if (const auto before = m_network.ofClient(clientId, now - clientIdMs))
            return {block(before->batchId, before->sendAt > now, "\r\nDuplicate=Y"), before->batchId, false};
    SimMessage m;
    m.gateway = gateway;
    m.clientId = clientId;
    m.reference = asked.reference;
    m.callbackUrl = fields.value("response");
    m.batchId = newMsgId();
    m.number = asked.number;
    m.text = fields.value("smbody");
    m.submittedAt = now;
    const auto at = sms::every8d::instantFromTaipei(fields.value("dlvtime"));
    m.sendAt = std::max(now, at ? toMs(*at) : now);
    m.status = m.sendAt > now ? "0" : "1";
    m.segments = sms::countSegments(m.text).segments;
    if (!m_behaviour.charge(gateway, m.segments))
        return {refusal("s"), {}, false};
    const QByteArray points = "\r\nsmsPoint=" + QByteArray::number(m.segments);
    const QByteArray success =
        block(m.batchId, m.sendAt > now, fields.value("smspointflag") == "1" ? points : QByteArray());
    m_network.take({m}, m_behaviour.nextReceipts(asked));
    return {success, m.batchId, true};
}

http::Response Mitake::answer(const AnswerPlan &plan, const QByteArray &success) const {
    http::Response response;
    if (plan.kind == "drop" || plan.kind == "hang") {
        response.dropConnection = true;
        return response;
    }
    if (const int status = htmlStatus(plan.kind); status > 0 && plan.kind != "unavailable") {
        response = plain("<html><body><h1>Refused</h1></body></html>");
        response.status = status;
        return response;
    }
    if (plan.kind == "empty")
        return plain({});
    if (plan.kind == "json-error")
        return plain("{\"Result\":false}");
    if (plan.kind == "raw") {
        response = plain(plan.body.toUtf8());
        response.status = plan.status;
        return response;
    }
    const QString code = codeOf(plan);
    return plain(code.isEmpty() ? success : refusal(code));
}

http::Response Mitake::query(const Fields &fields) const {
    const QString ids = fields.value("msgid");
    if (ids.isEmpty())
        return plain("AccountPoint=" + QByteArray::number(static_cast<qint64>(m_behaviour.credit(gateway))) + "\r\n");
    QByteArray rows;
    const QStringList list = ids.split(u',', Qt::SkipEmptyParts);
    for (const QString &id : list) {
        const SimMessage first = m_network.batch(id).value(0);
        const QString fault = m_behaviour.nextQuery({gateway, "SmQuery", first.number, first.reference});
        if (!fault.isEmpty() && fault != "empty")
            return answer({fault}, {});
        if (!first.status.isEmpty() && fault.isEmpty())
            rows += id.toLatin1() + '\t' + first.status.toLatin1() + '\t' +
                    sms::every8d::taipeiCompact(fromMs(first.statusAt > 0 ? first.statusAt : first.submittedAt))
                        .toLatin1() +
                    "\r\n";
    }
    return plain(rows.isEmpty() ? "statuscode=z\r\n" : rows);
}

http::Response Mitake::cancel(const Fields &fields) {
    QByteArray rows;
    const QStringList list = fields.value("msgid").split(u',', Qt::SkipEmptyParts);
    for (const QString &id : list) {
        const int canceled = m_network.cancel(id);
        m_behaviour.refund(gateway, canceled);
        const QString status = m_network.batch(id).value(0).status;
        rows += id.toLatin1() + '=' + (status.isEmpty() ? QByteArray("z") : status.toLatin1()) + "\r\n";
    }
    return plain(rows);
}

} // namespace wemo::simulator
