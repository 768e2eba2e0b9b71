#include "services/demo/history.h"

#include "models/sms/every8d_codes.h"
#include "services/demo/people.h"

namespace wemo::demo {

using S = sms::DeliveryState;

namespace {
constexpr quint32 eventsOfAMessage = 8; // at most, so that ids stay apart

QString batchId(const Chance &chance) {
    const quint64 a = chance.bits(40), b = chance.bits(41);
    return QString::asprintf("%08x-%04x-4%03x-%04x-%012llx", static_cast<quint32>(a >> 32),
                             static_cast<quint32>(a >> 16) & 0xffff, static_cast<quint32>(a) & 0xfff,
                             0x8000 | (static_cast<quint32>(b >> 48) & 0x3fff), b & 0xffff'ffff'ffffULL);
}

/// One in eight went by the other gateway, in its own codes: 1 is with the carrier, 4 on the handset.
bool isByMitake(const Fate &fate, const Chance &chance) {
    return fate.state == S::Delivered && chance.below(50, 8) == 0;
}

/// Appends events in the order of time and keeps the message's times beside them.
class Telling {
public:
    Telling(Invented &invented, int index, Instant now)
        : m_invented(invented)
        , m_index(index)
        , m_now(now)
        , m_at(invented.message.createdAt) {}

    void tell(qint64 afterMs, const char *source, S state, const char *raw, const QString &reason, const char *note) {
        m_at = std::min(m_now, m_at + Milliseconds(afterMs));
        sms::MessageEvent event;
        event.id = idAt(m_at, static_cast<quint32>(m_index) * eventsOfAMessage +
                                  static_cast<quint32>(m_invented.events.size()));
        event.at = m_at;
        if (qstrcmp(source, "callback") == 0 || qstrcmp(source, "poll") == 0)
            event.gatewayAt =
                fromMs(toMs(std::max(m_invented.message.createdAt, m_at - Milliseconds(400))) / 1000 * 1000);
        event.source = QString::fromLatin1(source);
        event.state = state;
        event.verdict = "moved";
        event.rawCode = QString::fromLatin1(raw);
        event.reason = reason;
        event.note = QString::fromLatin1(note);
        fold(event);
        m_invented.events.append(event);
    }

private:
    void fold(const sms::MessageEvent &event) {
        sms::Message &m = m_invented.message;
        m.state = event.state;
        m.reason = event.reason;
        m.rawCode = event.rawCode;
        m.updatedAt = event.at;
        if (event.state == S::Accepted)
            m.acceptedAt = event.at;
        if (event.state == S::Sent)
            m.sentAt = event.gatewayAt.value_or(event.at);
        if (sms::isFinal(event.state))
            m.finalAt = event.gatewayAt.value_or(event.at);
        ++m.version;
    }
    Invented &m_invented;
    int m_index;
    Instant m_now, m_at;
};

/// States a submission's answer can leave a message in, as opposed to those that receipts bring.
bool endsAtSubmission(const Fate &fate) {
    return fate.state == S::SubmitUnknown || (fate.state == S::Failed && QByteArrayView(fate.rawCode) == "-306");
}

void tellReceipts(Telling &told, const Fate &fate, const Chance &chance, bool marketing) {
    const bool byMitake = isByMitake(fate, chance);
    const char *code = byMitake ? "4" : fate.rawCode;
    const auto meaning = sms::every8d::statusMeaning(QString::fromLatin1(fate.rawCode));
    const QString reason = fate.state == S::Unknown ? QString("no-receipt") : meaning ? meaning->reason : QString();
    if (fate.state == S::Scheduled || fate.state == S::Canceled)
        told.tell(300, "callback", S::Scheduled, "300", {}, "The gateway sent a delivery receipt.");
    if (fate.state == S::Scheduled)
        return;
    const bool pastSent = fate.state == S::Sent || fate.state == S::Unknown || chance.unit(42) < 0.25;
    if (pastSent && fate.state != S::Canceled && fate.state != S::Rejected && fate.state != S::Failed)
        told.tell(700 + chance.below(43, 2500), "callback", S::Sent,
                  fate.state == S::Sent ? code
                  : byMitake            ? "1"
                                        : "0",
                  {}, "The gateway sent a delivery receipt.");
    if (fate.state == S::Sent)
        return;
    const double haste = chance.unit(44);
    const auto quick = static_cast<qint64>(1200 + 9000 * haste * haste * haste + (marketing ? 20'000 * haste : 0));
    if (fate.state == S::Unknown)
        told.tell(2 * 3'600'000, "sweep", S::Unknown, "", reason, "Its deadline passed.");
    else if (fate.state == S::Expired || QByteArrayView(fate.rawCode) == "101")
        told.tell(290'000 + chance.below(45, 40'000), "callback", fate.state, code, reason,
                  "The gateway sent a delivery receipt.");
    else if (chance.unit(46) < 0.01)
        told.tell(60'000 + quick, "poll", fate.state, code, reason, "The gateway was asked and said so.");
    else
        told.tell(quick, "callback", fate.state, code, reason, "The gateway sent a delivery receipt.");
}
} // namespace

void live(Invented &invented, const Fate &fate, const Chance &chance, int index, Instant now) {
    Telling told(invented, index, now);
    sms::Message &message = invented.message;
    told.tell(0, "request", S::Created, "", {}, "A message was asked for.");
    if (fate.state == S::Created)
        return;
    told.tell(4 + chance.below(47, 30), "worker", S::Submitting, "", {}, "A worker gives it to the gateway.");
    const bool byMitake = isByMitake(fate, chance);
    message.gateway = byMitake ? "mitake" : "every8d";
    if (fate.state == S::Submitting)
        return;
    if (endsAtSubmission(fate)) {
        const auto refusal = sms::every8d::refusalMeaning(QString::fromLatin1(fate.rawCode));
        told.tell(80 + chance.below(48, 300), "answer", fate.state, fate.rawCode, refusal.reason,
                  fate.state == S::SubmitUnknown ? "The gateway had an error of its own."
                                                 : "The gateway refused the message.");
        return;
    }
    told.tell(60 + chance.below(49, 220), "answer", S::Accepted, "", {}, "The gateway took the message.");
    message.batchId = byMitake ? QString::number(1'000'000'000 + chance.bits(40) % 9'000'000'000) : batchId(chance);
    message.costTenThousandths = 10'000LL * message.segments;
    if (fate.state != S::Accepted)
        tellReceipts(told, fate, chance, message.purpose == sms::Purpose::Marketing);
    if (fate.state == S::Scheduled || fate.state == S::Canceled)
        message.scheduledAt = message.createdAt + std::chrono::hours(6);
    if (message.state == S::Delivered || message.state == S::Undelivered)
        message.realCost = message.costTenThousandths;
    // Most people type the code they get, some seconds after it is there.
    if (message.purpose == sms::Purpose::Otp && message.state == S::Delivered && chance.unit(51) < 0.93)
        message.verifiedAt = std::min(now, *message.finalAt + Milliseconds(4'000 + chance.below(52, 40'000)));
}

} // namespace wemo::demo
