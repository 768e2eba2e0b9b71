#include "ui/pages/simulator/ride_form.h"
#include "ui/pages/simulator/simulator_page.h"
#include "ui/pages/simulator/stack_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QUrlQuery>

namespace wemo::pages::simulator {

using namespace wemo::pricing;

void SimulatorPage::showFare() {
    const bool isTwo = m_priced.size() == 2;
    m_copy->setEnabled(!m_priced.isEmpty());
    speak();
    showOrigin();
    if (m_priced.isEmpty())
        return;
    StackModel &model = m_table->stack();
    model.setTitles(localTimeText(m_priced.constFirst().ride.start), localTimeText(m_priced.constLast().ride.start));
    model.setRows(stackRows(m_priced.constFirst(), isTwo ? &m_priced.constLast() : nullptr, m_language), isTwo);
    m_stack->setCurrentWidget(m_table);
}

void SimulatorPage::speak() {
    if (m_priced.isEmpty())
        m_sentence->clear();
    else if (m_priced.size() == 2)
        m_sentence->setText(spokenChange(m_priced.at(0), m_priced.at(1), m_language));
    else
        m_sentence->setText(spoken(m_priced.constFirst(), m_language));
    m_sentence->setVisible(!m_priced.isEmpty());
}

void SimulatorPage::showNoFare(const ui::ApiError &error) {
    m_priced.clear();
    if (error.code == u"no-price")
        setState(QStringLiteral("view-calendar-timeline"), tr("No price in force"),
                 tr("No plan has a price for this model, tier and zone at this time, so the ride could not be sold. "
                    "Choose another time, or see when prices begin."),
                 tr("Open the timeline"));
    else
        setState(QStringLiteral("network-disconnect"), tr("The fare could not be calculated"),
                 tr("Nothing you typed is lost. If it stays so, tell the technicians the request ID above."),
                 tr("Retry"));
    showFare();
}

void SimulatorPage::setState(const QString &icon, const QString &title, const QString &sentence,
                             const QString &action) {
    m_empty->setContent(icon, title, sentence, action);
    m_stack->setCurrentWidget(m_empty);
}

void SimulatorPage::showWrongFields() {
    if (m_priced.isEmpty())
        return setState(QStringLiteral("edit-find"), tr("Something in the ride is not right"),
                        tr("Correct the marked fields: the fare follows by itself."));
    m_bar->showMessage(ui::Tone::Warning, tr("Correct the marked fields. The fare below is that of the ride before."));
}

/// What was calculated before stays while the service cannot be reached; where there is none, a state stands there.
void SimulatorPage::showError(const ui::ApiError &error) {
    m_error = error;
    if (!error.fields.isEmpty()) {
        QList<FieldError> errors;
        for (const FieldError &field : error.fields)
            errors.append({fieldOf(field.path, m_form->entry()), field.code, field.message});
        m_form->setErrors(errors);
    }
    if (error.code == u"no-price") {
        m_bar->clear();
        return showNoFare(error);
    }
    if (!error.fields.isEmpty())
        return showWrongFields();
    if (error.isOffline() && !m_priced.isEmpty())
        return m_bar->showMessage(ui::Tone::Warning,
                                  tr("The service cannot be reached. The fare below is the last one calculated."),
                                  tr("Retry"));
    m_bar->showError(error);
    if (m_priced.isEmpty())
        showNoFare(error);
}

void SimulatorPage::showOrigin() {
    const bool isTwo = m_priced.size() == 2;
    m_firstOrigin->setVisible(!m_priced.isEmpty());
    m_secondOrigin->setVisible(isTwo);
    if (!m_priced.isEmpty())
        linkTo(m_firstOrigin, m_priced.constFirst());
    if (isTwo)
        linkTo(m_secondOrigin, m_priced.constLast());
}

void SimulatorPage::linkTo(QPushButton *link, const PricedRide &priced) {
    const QString plan = QLocale().language() == QLocale::Chinese ? priced.planNameZh : priced.planNameEn;
    QString text = tr("Priced by %1, config version %2").arg(plan).arg(priced.configVersion);
    if (m_priced.size() == 2)
        text = localTimeText(priced.ride.start) + QStringLiteral(" · ") + text;
    link->setText(text);
    link->setToolTip(tr("Interval %1, fingerprint %2. Opens the timeline.")
                         .arg(idToString(priced.intervalId), priced.fingerprint.left(12)));
    link->setProperty("plan", idToString(priced.planId));
    link->setProperty("interval", idToString(priced.intervalId));
}

void SimulatorPage::fillRecent() {
    m_recent->menu()->clear();
    const QStringList places = m_memory.recent();
    for (const QString &place : places) {
        QAction *action = m_recent->menu()->addAction(titleOf(entryFromPlace(place)));
        connect(action, &QAction::triggered, this, [this, place] { apply(entryFromPlace(place)); });
    }
    if (places.isEmpty())
        m_recent->menu()->addAction(tr("Rides calculated with Enter appear here"))->setEnabled(false);
}

void SimulatorPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SimulatorPage::retranslate() {
    m_copy->setText(tr("Copy fare"));
    m_busy->setText(tr("Calculating…"));
    m_recent->setText(tr("Recent"));
    const QString presets[] = {tr("Short hop"), tr("Commute"), tr("Overnight"), tr("Far")};
    for (qsizetype i = 0; i < m_presets.size(); ++i)
        m_presets.at(i)->setText(presets[i]);
    m_tabs->setTabText(0, tr("Fare"));
    m_tabs->setTabText(1, tr("Verify a quote"));
    m_table->setAccessibleName(tr("The fare, step by step"));
    const std::pair<const char *, QString> picks[] = {
        {"pickNow", tr("Now")},
        {"pickLastMonth", tr("A month ago")},
        {"pickAfterChange", tr("After the next scheduled change")},
        {"compareLastMonth", tr("A month ago and now")},
        {"compareChange", tr("Before and after the next scheduled change")}};
    for (const auto &[name, text] : picks)
        if (auto *action = findChild<QAction *>(QLatin1StringView(name)))
            action->setText(text);
    m_table->stack().retranslate();
    m_form->setErrors(readRides(m_form->entry()).errors);
    if (m_error)
        showError(*m_error);
    else
        showFare();
}

} // namespace wemo::pages::simulator
