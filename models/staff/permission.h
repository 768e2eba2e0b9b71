#pragma once
#include <QList>
#include <QString>

#include <optional>

namespace wemo::staff {

enum class Role { CustomerService, Pricing, Qa, Admin };

/// What a member of staff may do. Routes name one each; the console hides what the role lacks, the service refuses it.
enum class Permission {
    SmsRead,        ///< see messages, with masked numbers
    SmsReveal,      ///< see one full number, audited
    SmsSend,        ///< send, resend, cancel or ask about single messages
    SmsBulk,        ///< send many messages again at once
    LabUse,         ///< drive the sign-in flows as a rider, see the virtual handset
    QueueRead,      ///< see the queue
    QueueWork,      ///< run jobs again, promote, delay, remove single ones
    QueueManage,    ///< pause and limit whole queues, act on many jobs at once
    PricingRead,    ///< see plans, timelines and configs, price a ride
    PricingEdit,    ///< write plans, configs, drafts and campaigns, and submit them
    PricingApprove, ///< approve what another wrote; take back what is published
    BlockingRead,   ///< see blocks, bans, policies and histories, try a subject without counting
    BlockingAct,    ///< lift and extend blocks; add, change and lift bans
    BlockingEdit,   ///< change policies
    BlockingImport, ///< put whole files on the ban list, and take them off
    AuditRead,      ///< read what others did
    StaffManage,    ///< accounts and roles
};

QString toString(Role role); ///< cs, pricing, qa, admin
std::optional<Role> roleFromString(QStringView text);
QString toString(Permission permission); ///< "sms.read", …
std::optional<Permission> permissionFromString(QStringView text);

/// The one table of who may do what.
bool allows(Role role, Permission permission);
QList<Permission> permissionsOf(Role role);

} // namespace wemo::staff
