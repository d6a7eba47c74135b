// What other programs and people call the columns of their files, in English and French, without accents.
// By the name of a field, and by its type for those that have no name here.

export const synonyms: Readonly<Record<string, readonly string[]>> = {
  id: ['record id', 'identifier', 'identifiant', 'rapport id'],
  first_name: ['given name', 'forename', 'first', 'fname', 'christian name', 'prenom', 'prenoms'],
  last_name: ['surname', 'family name', 'last', 'lname', 'nom', 'nom de famille'],
  name: ['title', 'full name', 'nom', 'intitule', 'libelle', 'raison sociale', 'company name', 'organization name', 'account name'],
  title: ['name', 'subject', 'summary', 'titre', 'objet', 'nom', 'intitule', 'deal name', 'opportunity name', 'task name'],
  position: ['job title', 'role', 'function', 'job', 'organization title', 'poste', 'fonction', 'titre du poste', 'intitule du poste'],
  company: ['company name', 'organization', 'organisation', 'organization name', 'account', 'account name', 'employer', 'business', 'societe', 'entreprise', 'nom de la societe', 'compte', 'associated company'],
  contact: ['person', 'customer', 'client', 'contact name', 'associated contact', 'personne', 'interlocuteur'],
  domain: ['domain name', 'company domain name', 'web domain', 'domaine', 'nom de domaine'],
  website: ['web site', 'site', 'url', 'web', 'homepage', 'website url', 'site web', 'site internet', 'adresse web'],
  industry: ['sector', 'branch', 'vertical', 'secteur', 'secteur d activite', 'activite', 'branche'],
  employees: ['number of employees', 'headcount', 'staff', 'employee count', 'effectif', 'effectifs', 'salaries', 'nombre d employes', 'nombre de salaries'],
  size: ['company size', 'employee range', 'taille', 'taille de l entreprise', 'tranche d effectif'],
  parent: ['parent company', 'parent account', 'group', 'societe mere', 'maison mere', 'groupe'],
  status: ['state', 'lifecycle stage', 'lead status', 'contact type', 'statut', 'etat'],
  subscribed: ['opt in', 'optin', 'newsletter', 'marketing consent', 'accepts marketing', 'abonne', 'inscrit', 'consentement'],
  tags: ['tag', 'labels', 'label', 'group membership', 'groups', 'keywords', 'categories', 'category', 'etiquettes', 'etiquette', 'libelles', 'mots cles', 'categorie'],
  owner_id: ['owner', 'assigned to', 'assignee', 'responsible', 'account owner', 'contact owner', 'sales rep', 'responsable', 'proprietaire', 'commercial', 'attribue a'],
  value: ['amount', 'price', 'deal value', 'deal amount', 'revenue', 'montant', 'valeur', 'prix', 'chiffre d affaires'],
  stage: ['deal stage', 'pipeline stage', 'phase', 'etape'],
  close_date: ['expected close date', 'closing date', 'expected close', 'date de cloture', 'cloture', 'date de signature'],
  due_date: ['due', 'deadline', 'due on', 'echeance', 'date d echeance', 'date limite'],
  priority: ['importance', 'urgency', 'priorite', 'urgence'],
  description: ['details', 'notes', 'note', 'comment', 'comments', 'remarks', 'commentaire', 'commentaires', 'remarques', 'detail'],
  body: ['note', 'notes', 'text', 'content', 'comment', 'texte', 'contenu', 'commentaire'],
  address: ['e mail', 'email', 'email address', 'adresse', 'courriel'],
  number: ['phone', 'phone number', 'telephone', 'numero', 'tel'],
}

export const typeSynonyms: Readonly<Record<string, readonly string[]>> = {
  email: ['e mail', 'email', 'mail', 'email address', 'e mail address', 'e mail 1 value', 'primary email', 'work email', 'courriel', 'adresse e mail', 'adresse email', 'adresse mail', 'adresse electronique', 'mel'],
  phone: ['phone', 'phone number', 'telephone', 'telephone number', 'tel', 'mobile', 'mobile phone', 'cell', 'cell phone', 'phone 1 value', 'work phone', 'primary phone', 'business phone', 'portable', 'numero de telephone', 'tel mobile', 'gsm'],
  url: ['url', 'link', 'lien'],
}
