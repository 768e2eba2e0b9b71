#pragma once
#include "models/pricing/spoken.h"
#include "ui/pages/pricing/pricing_source.h"
#include "ui/pages/simulator/quote_desk.h"
#include "ui/pages/simulator/ride_memory.h"
#include "ui/shell/page.h"

class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::simulator {

class RideForm;
class StackTable;
class VerifyPanel;

/// A ride, and its fare line by line as it can be read to a rider, at one instant or at two.
/// A place: the whole ride as it was typed, see toPlace().
class SimulatorPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatorPage)

public:
    static ui::PageSpec spec();

    SimulatorPage(const ui::PageContext &context, QWidget *parent);

    QAction *primaryAction() override { return m_copy; }
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildForm();
    QWidget *buildFare();
    void buildTools(class QVBoxLayout *column);
    void buildMenus();
    void addPick(QMenu *menu, const char *name, void (SimulatorPage::*slot)());
    void wire();
    void loadCatalog();
    void begin(const QList<wemo::pricing::CatalogEntry> &catalog);
    void apply(const RideEntry &entry);
    void calculate(bool isNow);
    void onEdited();
    void onEntered();
    void onAnswered();
    void onLive(const QString &type);
    void showFare();
    void showNoFare(const ui::ApiError &error);
    void showError(const ui::ApiError &error);
    void showOrigin();
    /// Beside wrong fields: nothing, or the fare of the ride before.
    void showWrongFields();
    void setState(const QString &icon, const QString &title, const QString &sentence, const QString &action = {});
    void onConnection(ui::ConnectionState state);
    void linkTo(QPushButton *link, const wemo::pricing::PricedRide &priced);
    void speak();
    QString fareText() const;
    void copy();
    void chooseLanguage(wemo::pricing::Language language);
    void fillRecent();
    void pickNow();
    void pickLastMonth();
    void pickAfterChange();
    void compareLastMonth();
    void compareChange();
    /// Around the next change of the plan that priced the ride; `isCompared`: the minute before it beside it.
    void pickChange(bool isCompared);
    void retranslate();

    ui::PageContext m_context;
    QuoteSource m_source;
    pricing::PricingSource m_prices;
    QuoteDesk *m_desk;
    RideMemory m_memory;
    QAction *m_copy;
    RideForm *m_form;
    QList<QToolButton *> m_presets;
    QToolButton *m_recent;
    QTabWidget *m_tabs;
    ui::MessageBar *m_bar;
    QLabel *m_sentence;
    QButtonGroup *m_languages;
    QLabel *m_busy;
    QPushButton *m_firstOrigin;
    QPushButton *m_secondOrigin;
    QStackedWidget *m_stack;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    StackTable *m_table;
    VerifyPanel *m_verify;
    QList<wemo::pricing::PricedRide> m_priced; ///< what is shown: none, one or two
    std::optional<ui::ApiError> m_error;
    wemo::pricing::Language m_language = wemo::pricing::Language::Chinese;
    bool m_hasCatalog = false;
    bool m_isFresh = true; ///< nobody has said yet what ride it is
};

} // namespace wemo::pages::simulator
