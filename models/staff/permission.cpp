#include "models/staff/permission.h"

#include "models/core/enum_names.h"

#include <array>

namespace wemo::staff {

namespace {
constexpr EnumNames<Role, 4> roles{{
    {Role::CustomerService, "cs"},
    {Role::Pricing, "pricing"},
    {Role::Qa, "qa"},
    {Role::Admin, "admin"},
}};
constexpr EnumNames<Permission, 17> permissions{{
    {Permission::SmsRead, "sms.read"},
    {Permission::SmsReveal, "sms.reveal"},
    {Permission::SmsSend, "sms.send"},
    {Permission::SmsBulk, "sms.bulk"},
    {Permission::LabUse, "lab.use"},
    {Permission::QueueRead, "queue.read"},
    {Permission::QueueWork, "queue.work"},
    {Permission::QueueManage, "queue.manage"},
    {Permission::PricingRead, "pricing.read"},
    {Permission::PricingEdit, "pricing.edit"},
    {Permission::PricingApprove, "pricing.approve"},
    {Permission::BlockingRead, "blocking.read"},
    {Permission::BlockingAct, "blocking.act"},
    {Permission::BlockingEdit, "blocking.edit"},
    {Permission::BlockingImport, "blocking.import"},
    {Permission::AuditRead, "audit.read"},
    {Permission::StaffManage, "staff.manage"},
}};

struct Row {
    Permission permission;
    bool customerService, pricing, qa; // an admin may do everything
};
constexpr std::array<Row, 17> table{{
    {Permission::SmsRead, true, false, true},
    {Permission::SmsReveal, true, false, false},
    {Permission::SmsSend, true, false, true},
    {Permission::SmsBulk, false, false, true},
    {Permission::LabUse, false, false, true},
    {Permission::QueueRead, true, false, true},
    {Permission::QueueWork, false, false, true},
    {Permission::QueueManage, false, false, false},
    {Permission::PricingRead, true, true, true},
    {Permission::PricingEdit, false, true, false},
    {Permission::PricingApprove, false, true, false},
    {Permission::BlockingRead, true, false, true},
    {Permission::BlockingAct, true, false, false},
    {Permission::BlockingEdit, false, false, false},
    {Permission::BlockingImport, false, false, false},
    {Permission::AuditRead, false, false, false},
    {Permission::StaffManage, false, false, false},
}};
} // namespace

QString toString(Role role) {
    return roles.toString(role);
}
std::optional<Role> roleFromString(QStringView text) {
    return roles.fromString(text);
}
QString toString(Permission permission) {
    return permissions.toString(permission);
}
std::optional<Permission> permissionFromString(QStringView text) {
    return permissions.fromString(text);
}

bool allows(Role role, Permission permission) {
    for (const Row &row : table) {
        if (row.permission != permission)
            continue;
        switch (role) {
        case Role::CustomerService:
            return row.customerService;
        case Role::Pricing:
            return row.pricing;
        case Role::Qa:
            return row.qa;
        case Role::Admin:
            return true;
        }
    }
    return false;
}

QList<Permission> permissionsOf(Role role) {
    QList<Permission> result;
    for (const Row &row : table)
        if (allows(role, row.permission))
            result.append(row.permission);
    return result;
}

} // namespace wemo::staff
