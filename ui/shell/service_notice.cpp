#include "ui/shell/service_notice.h"

#include "ui/client/api_client.h"
#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
QString stepName(const QString &step) {
    if (step == "redis")
        return ServiceNotice::tr("Starting Redis");
    if (step == "storage")
        return ServiceNotice::tr("Opening the database");
    if (step == "gateway")
        return ServiceNotice::tr("Starting the SMS gateway simulator");
    if (step == "demo-data")
        return ServiceNotice::tr("Making demo data");
    return ServiceNotice::tr("Starting the service");
}
} // namespace

ServiceNotice::ServiceNotice(ApiClient &client, ServiceLauncher *launcher, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_launcher(launcher)
    , m_bar(new MessageBar(this))
    , m_step(new QLabel(this))
    , m_done(new QProgressBar(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_bar->setObjectName("serviceBar");
    m_step->setObjectName("serviceStep");
    m_step->setProperty("ui", "muted");
    m_done->setObjectName("serviceProgress");
    m_done->setTextVisible(false);
    column->addWidget(m_bar);
    column->addWidget(m_step);
    column->addWidget(m_done);
    if (launcher) {
        connect(launcher, &ServiceLauncher::stateChanged, this, &ServiceNotice::follow);
        connect(launcher, &ServiceLauncher::progressed, this, &ServiceNotice::onProgress);
        connect(m_bar, &MessageBar::retryRequested, launcher, &ServiceLauncher::retry);
    }
    connect(&client, &ApiClient::stateChanged, this, &ServiceNotice::follow);
    follow();
}

void ServiceNotice::onProgress(const ServiceLauncher::Progress &progress) {
    m_progress = progress;
    follow();
}

void ServiceNotice::follow() {
    using State = ServiceLauncher::State;
    const State state = m_launcher ? m_launcher->state() : State::Running;
    m_step->hide();
    m_done->hide();
    m_bar->clear();
    if (state == State::Starting || state == State::Idle)
        showStarting();
    else if (state == State::Restarting)
        m_bar->showMessage(Tone::Warning,
                           tr("The service stopped and is being started again. What you typed is kept."));
    else if (state == State::Failed)
        m_bar->showMessage(Tone::Danger,
                           tr("The service cannot start.") +
                               (m_launcher->failure().isEmpty() ? QString() : " " + m_launcher->failure()),
                           tr("Try again"));
    else if (m_client.state() == ConnectionState::Offline)
        showOffline();
    setVisible(!m_bar->isHidden() || !m_step->isHidden());
}

void ServiceNotice::showStarting() {
    QString text = stepName(m_progress.step);
    const bool counted = m_progress.total > 0;
    if (counted && m_progress.total > 1)
        text += QString("  %1 / %2").arg(QLocale().toString(m_progress.done), QLocale().toString(m_progress.total));
    m_step->setText(text);
    m_step->show();
    m_done->setAccessibleName(text);
    m_done->setRange(0, counted ? 1000 : 0);
    if (counted)
        m_done->setValue(static_cast<int>(m_progress.done * 1000 / m_progress.total));
    m_done->show();
}

void ServiceNotice::showOffline() {
    m_bar->showMessage(Tone::Warning,
                       tr("The service cannot be reached. What you see may be out of date; trying again…"));
}

void ServiceNotice::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        follow();
    QWidget::changeEvent(event);
}

} // namespace wemo::ui
