#include "models/staff/permission.h"

#include <QTest>

using namespace wemo::staff;

class PermissionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsReadBack() {
        for (const Role role : {Role::CustomerService, Role::Pricing, Role::Qa, Role::Admin})
            QCOMPARE(roleFromString(toString(role)), std::optional(role));
        for (const Permission permission : permissionsOf(Role::Admin))
            QCOMPARE(permissionFromString(toString(permission)), std::optional(permission));
        QVERIFY(!roleFromString(u"root"));
    }

    void anAdminMayDoEverythingOthersMay() {
        for (const Role role : {Role::CustomerService, Role::Pricing, Role::Qa})
            for (const Permission permission : permissionsOf(role))
                QVERIFY(allows(Role::Admin, permission));
    }

    void theLinesThatMatterForPrivacy() {
        QVERIFY(allows(Role::CustomerService, Permission::SmsReveal));
        QVERIFY(!allows(Role::Qa, Permission::SmsReveal));
        QVERIFY(!allows(Role::Pricing, Permission::SmsRead));
        QVERIFY(!allows(Role::CustomerService, Permission::LabUse));
        QVERIFY(!allows(Role::CustomerService, Permission::StaffManage));
    }

    void theLinesThatMatterForSending() {
        QVERIFY(allows(Role::CustomerService, Permission::SmsSend));
        QVERIFY(!allows(Role::CustomerService, Permission::SmsBulk));
        QVERIFY(allows(Role::Qa, Permission::SmsBulk));
        QVERIFY(!allows(Role::Pricing, Permission::SmsSend));
    }

    void theLinesThatMatterForBlocking() {
        QVERIFY(allows(Role::CustomerService, Permission::BlockingAct));
        QVERIFY(allows(Role::CustomerService, Permission::BlockingRead));
        QVERIFY(allows(Role::Qa, Permission::BlockingRead));
        QVERIFY(!allows(Role::Qa, Permission::BlockingAct));
        QVERIFY(!allows(Role::Pricing, Permission::BlockingRead));
        for (const Permission permission : {Permission::BlockingEdit, Permission::BlockingImport}) {
            QVERIFY(!allows(Role::CustomerService, permission));
            QVERIFY(!allows(Role::Qa, permission));
            QVERIFY(allows(Role::Admin, permission));
        }
    }

    void theLinesThatMatterForPrices() {
        QVERIFY(allows(Role::CustomerService, Permission::PricingRead));
        QVERIFY(!allows(Role::CustomerService, Permission::PricingEdit));
        QVERIFY(!allows(Role::Qa, Permission::PricingApprove));
        QVERIFY(allows(Role::Pricing, Permission::PricingEdit));
        QVERIFY(allows(Role::Pricing, Permission::PricingApprove));
    }

    void theLinesThatMatterForTheQueue() {
        QVERIFY(allows(Role::CustomerService, Permission::QueueRead));
        QVERIFY(!allows(Role::CustomerService, Permission::QueueWork));
        QVERIFY(!allows(Role::Pricing, Permission::QueueRead));
        QVERIFY(allows(Role::Qa, Permission::QueueWork));
        QVERIFY(!allows(Role::Qa, Permission::QueueManage));
        QVERIFY(allows(Role::Admin, Permission::QueueWork));
        QVERIFY(allows(Role::Admin, Permission::QueueManage));
    }
};

QTEST_APPLESS_MAIN(PermissionTest)
#include "permission_test.moc"
