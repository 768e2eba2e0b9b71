#pragma once
#include "ui/pages/blocking/blocking_source.h"
#include "ui/pages/blocking/live_refresh.h"
#include "ui/shell/page.h"
#include "ui/widgets/list_frame.h"

namespace wemo::ui {
class SideSplit;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class PolicyPanel;

/// What may happen how often, and what follows: each policy as a sentence, changed beside the list.
/// A place: policy.
class PoliciesPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PoliciesPage)

public:
    static ui::PageSpec spec();

    PoliciesPage(const ui::PageContext &context, QWidget *parent);
    ~PoliciesPage() override;

    QAction *primaryAction() override;
    void refresh() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wire();
    QFuture<ui::ApiResult<ui::RowPage<PolicyRecord>>> fetch();
    ui::ListWords wordsFor(ui::ListFrame::Nothing nothing) const;
    bool mayEdit() const;
    bool keepsEdit(const QString &id);
    void openPolicy(const QString &id);
    void openNew();
    void closeSide();
    void save(const PolicyRecord &record);
    void onSaved(const PolicyRecord &before, const PolicyRecord &now);
    void remove();
    void restore(int version);
    void bringBack(const QString &id, int version);
    void removeQuietly(const QString &id, int version);
    void retranslate();

    ui::PageContext m_context;
    BlockingSource m_source;
    LiveRefresh *m_live;
    ui::PagedRows<PolicyRecord> *m_model;
    QAction *m_add;
    QString m_open;
    ui::MessageBar *m_refused;
    ui::ListFrame *m_list;
    ui::SideSplit *m_split;
    PolicyPanel *m_panel;
};

} // namespace wemo::pages::blocking
