#pragma once
#include "ui/client/api_error.h"
#include "ui/pages/pricing/catalog_names.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace wemo::pages::pricing {

/// A plan as a form: code, names, product, whom it applies to, what happens to a ride that runs past a config's end.
/// Inputs are named "plan.code", "plan.name_zh", …, errors "error:code", …
class PlanForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanForm)

public:
    explicit PlanForm(QWidget *parent = nullptr);
    /// What may be chosen. What is typed stays.
    void setNames(const CatalogNames &names);
    void setPlan(const wemo::pricing::Plan &plan);
    /// As typed: the plan given, with the fields of the form; what is wrong with it the service says.
    wemo::pricing::Plan plan() const;
    void setReadOnly(bool readOnly);
    /// True where it found a place for the error: its fields, a code that is taken, another plan for the same riders
    /// (told with that plan's code). Otherwise the page has to tell it.
    bool showError(const ui::ApiError &error);
    void clearErrors();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLine(const QString &key);
    void addChoice(const QString &key);
    void addRow(const QString &key, QWidget *input);
    void fill(const QString &kind);
    void select(const QString &key, const QString &code);
    void retranslate();
    void setError(const QString &key, const QString &text);
    QString text(const QString &key) const;

    wemo::pricing::Plan m_plan;
    CatalogNames m_names;
    QFormLayout *m_rows;
    QHash<QString, QLabel *> m_labels;
    QHash<QString, QLabel *> m_errors;
    QHash<QString, QLineEdit *> m_lines;
    QHash<QString, QComboBox *> m_choices;
    QLabel *m_conflict;
};

} // namespace wemo::pages::pricing
