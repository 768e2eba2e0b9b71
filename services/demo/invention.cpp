#include "services/demo/invention.h"

#include "models/sms/segments.h"
#include "services/demo/company.h"
#include "services/demo/history.h"
#include "services/demo/people.h"
#include "services/demo/texts.h"

namespace wemo::demo {

using sms::Purpose;

namespace {
/// Mrs Lin's own messages, by their distance from the newest, so that they stand in any scale.
struct LinsMessage {
    int fromNewest;
    Purpose purpose;
    Fate fate;
    const char *text;
};
constexpr Fate delivered{}, off{sms::DeliveryState::Undelivered, "101"},
    blacklisted{sms::DeliveryState::Undelivered, "104"};
constexpr LinsMessage lins[] = {
    {40, Purpose::Otp, blacklisted, nullptr},
    {58, Purpose::Otp, blacklisted, nullptr},
    {95, Purpose::Otp, off, nullptr},
    {2'100, Purpose::Marketing, delivered, nullptr},
    {5'300, Purpose::Transactional, delivered,
     "【WeMo】林太太您好，您反映的 E312-4471 後照鏡鬆動已修復，已退還 NT$30 元騎乘金，謝謝您。"},
    {9'800, Purpose::Transactional, delivered, nullptr},
    {9'805, Purpose::Otp, delivered, nullptr},
    {31'000, Purpose::Transactional, delivered, nullptr},
    {31'004, Purpose::Otp, delivered, nullptr},
};

const LinsMessage *linsMessage(int fromNewest) {
    for (const LinsMessage &candidate : lins)
        if (candidate.fromNewest == fromNewest)
            return &candidate;
    return nullptr;
}

Purpose purposeOf(const Chance &chance, bool campaign, int fromNewest) {
    // What is still to be sent has its whole text with it, so it is one without a code.
    if (fromNewest < recentFates && recentFate(fromNewest).state == sms::DeliveryState::Created)
        return Purpose::Transactional;
    if (campaign && chance.unit(1) < 0.93)
        return Purpose::Marketing;
    return chance.unit(3) < 0.66 ? Purpose::Otp : Purpose::Transactional;
}

/// One in thirty reads English.
bool readsEnglish(int person) {
    return person % 30 == 7;
}

Text textOf(Purpose purpose, const Chance &chance, int person) {
    if (purpose == Purpose::Otp)
        return otpText(readsEnglish(person));
    return purpose == Purpose::Marketing ? marketingText(chance) : transactionalText(chance);
}

int personOf(const Chance &chance) {
    const double u = chance.unit(4); // some ride every day, most now and then
    return 1 + static_cast<int>((people - 1) * u * u);
}
} // namespace

Invention::Invention(Instant now, const Scale &scale)
    : m_now(now)
    , m_messages(scale.messages)
    , m_seed(scale.seed)
    , m_rhythm(now, scale.days, scale.messages, scale.seed) {}

Invented Invention::message(int index) const {
    const Chance chance(m_seed, static_cast<quint64>(index) + 1'000'000);
    const int fromNewest = m_messages - 1 - index;
    const LinsMessage *lin = linsMessage(fromNewest);
    Invented invented;
    sms::Message &message = invented.message;
    message.createdAt = m_rhythm.at(index);
    message.updatedAt = message.createdAt;
    message.id = idAt(message.createdAt, static_cast<quint32>(index));
    message.purpose = lin ? lin->purpose : purposeOf(chance, m_rhythm.isCampaign(message.createdAt), fromNewest);
    invented.person = lin ? mrsLin : personOf(chance);
    const Text text = textOf(message.purpose, chance, invented.person);
    message.templateName = QString::fromLatin1(text.templateName);
    message.text = text.text;
    message.language = message.purpose == Purpose::Otp && readsEnglish(invented.person) ? "en" : "zh-TW";
    invented.validityMinutes = text.validityMinutes;
    if (lin && lin->text) {
        message.templateName = "service.reply";
        message.text = QString::fromUtf8(lin->text);
    }
    message.segments = sms::countSegments(message.text).segments;
    message.requestId = QString::asprintf("%016llx", chance.bits(5));
    message.maskedNumber = numberOf(invented.person).masked();
    const Fate fate = lin                        ? lin->fate
                      : fromNewest < recentFates ? recentFate(fromNewest)
                                                 : fateOf(chance, message.purpose, message.createdAt, m_now);
    live(invented, fate, chance, index, m_now);
    return invented;
}

} // namespace wemo::demo
