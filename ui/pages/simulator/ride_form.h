#pragma once
#include "models/pricing/plan.h"
#include "ui/pages/simulator/ride_entry.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace wemo::pages::simulator {

class FieldBox;

/// A ride to be typed or chosen, by keyboard alone. Shows what is wrong beside each field and loses nothing.
class RideForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RideForm)

public:
    explicit RideForm(QWidget *parent = nullptr);

    /// The words to choose from; what the entry names beside them stays, as its code.
    void setCatalog(const QList<wemo::pricing::CatalogEntry> &catalog);
    void setEntry(const RideEntry &entry);
    RideEntry entry() const;
    /// By field; what is wrong elsewhere is not of this form.
    void setErrors(const QList<FieldError> &errors);
    void focusFirstError();
    void focusStart();
    /// Buttons whose menus the page fills: when, and when the other.
    QToolButton *whenButton() const { return m_when; }
    QToolButton *compareButton() const { return m_compareWhen; }
    /// A line above the fields for presets.
    QVBoxLayout *top() const { return m_top; }

Q_SIGNALS:
    void edited();  ///< by a person
    void entered(); ///< Enter in a field

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FieldBox *addBox(const char *name);
    QLineEdit *addLine(FieldBox *box, const char *name, int stretch = 1);
    QComboBox *addChoice(FieldBox *box, const char *name, int stretch = 1);
    void build();
    void buildWords();
    void buildTimes();
    void buildBenefits();
    void buildOther();
    void pair(QWidget *left, QWidget *right);
    void onEdited(const QLineEdit *line);
    void showShape();
    void fill(QComboBox *choice, const QString &kind, const QString &chosen);
    void refill();
    void retranslate();
    void retranslateEffects();

    QList<wemo::pricing::CatalogEntry> m_catalog;
    QVBoxLayout *m_column;
    QVBoxLayout *m_top;
    QHash<QString, FieldBox *> m_boxes;
    QComboBox *m_product;
    QComboBox *m_model;
    QComboBox *m_tier;
    QComboBox *m_pickup;
    QComboBox *m_return;
    QLineEdit *m_start;
    QToolButton *m_when;
    QLineEdit *m_minutes;
    QLineEdit *m_end;
    QLineEdit *m_km;
    QLineEdit *m_hours;
    QComboBox *m_passEffect;
    QLineEdit *m_passValue;
    QLineEdit *m_codeWord;
    QComboBox *m_codeEffect;
    QLineEdit *m_codeValue;
    QLineEdit *m_credit;
    QCheckBox *m_compare;
    QLineEdit *m_other;
    QToolButton *m_compareWhen;
    bool m_isFilling = false;
};

} // namespace wemo::pages::simulator
