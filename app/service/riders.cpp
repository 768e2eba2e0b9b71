#include "app/service/riders.h"

#include "app/service/domains.h"
#include "services/api/auth_routes.h"
#include "services/api/lab_routes.h"

namespace wemo::service {

namespace {
constexpr auth::OtpRules rules{};
}

Result<std::unique_ptr<Riders>> Riders::create(const Ground &ground, blocking::Guard &guard,
                                               const sms::TemplateBook &templates,
                                               otp::ChallengeService::SendMessage send,
                                               otp::ChallengeService::Proved proved) {
    // The same issuer on every machine of one environment, whatever address each is reached by.
    auto accessTokens =
        auth::AccessTokens::create(ground.secrets.jwtSeed, "wemo", ground.clock, rules.accessTokenLifetime);
    if (!accessTokens)
        return Failure(accessTokens.error());
    return std::unique_ptr<Riders>(
        new Riders(ground, guard, templates, std::move(send), std::move(proved), *std::move(accessTokens)));
}

Riders::Riders(const Ground &ground, blocking::Guard &guard, const sms::TemplateBook &templates,
               otp::ChallengeService::SendMessage send, otp::ChallengeService::Proved proved,
               std::unique_ptr<auth::AccessTokens> accessTokens)
    : m_simulatorUrl(ground.simulatorUrl)
    , m_codes(ground.redis, ground.clock, ground.secrets, rules)
    , m_challenges(m_codes, guard, ground.clock, templates, std::move(send), std::move(proved))
    , m_tmpTokens(ground.redis, ground.clock, ground.secrets, rules)
    , m_refreshTokens(ground.database, ground.clock, ground.ids, ground.secrets, rules)
    , m_accessTokens(std::move(accessTokens))
    , m_signIn(m_challenges, m_tmpTokens, m_refreshTokens, *m_accessTokens) {}

QList<api::Route> Riders::routes() {
    return api::authRoutes({m_challenges, m_signIn}) + api::labRoutes({m_client, m_simulatorUrl});
}

} // namespace wemo::service
