#include "app/console/pages.h"

#include "ui/pages/auth/auth_lab_page.h"
#include "ui/pages/blocking/ban_list_page.h"
#include "ui/pages/blocking/block_list_page.h"
#include "ui/pages/blocking/policies_page.h"
#include "ui/pages/blocking/subject_history_page.h"
#include "ui/pages/campaigns/campaigns_page.h"
#include "ui/pages/delivery/delivery_page.h"
#include "ui/pages/queue/queue_page.h"
#include "ui/pages/simulator/simulator_page.h"
#include "ui/pages/sms/sms_log_page.h"
#include "ui/pages/timeline/timeline_page.h"

namespace wemo::console {

QList<ui::PageSpec> pages() {
    return {pages::auth::AuthLabPage::spec(),           pages::sms::SmsLogPage::spec(),
            pages::delivery::DeliveryPage::spec(),      pages::queue::QueuePage::spec(),
            pages::timeline::TimelinePage::spec(),      pages::simulator::SimulatorPage::spec(),
            pages::campaigns::CampaignsPage::spec(),    pages::blocking::BlockListPage::spec(),
            pages::blocking::BanListPage::spec(),       pages::blocking::PoliciesPage::spec(),
            pages::blocking::SubjectHistoryPage::spec()};
}

} // namespace wemo::console
