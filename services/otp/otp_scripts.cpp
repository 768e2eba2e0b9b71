#include "services/otp/otp_scripts.h"

#include <QFile>

namespace wemo::otp {

namespace {
std::string read(const char *name) {
    QFile file(QStringLiteral(":/lua/%1.lua").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program was built without its script %s", name);
    return file.readAll().toStdString();
}

redis::Script step(const char *name) {
    return redis::Script(read("otp_common") + read(name));
}
} // namespace

OtpScripts::OtpScripts()
    : create(step("otp_create"))
    , resend(step("otp_resend"))
    , unsend(step("otp_unsend"))
    , check(step("otp_check")) {}

} // namespace wemo::otp
