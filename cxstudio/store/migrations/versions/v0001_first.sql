CREATE TABLE attachment (
	name VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE blob (
	sha256 VARCHAR NOT NULL, 
	bytes BLOB NOT NULL, 
	PRIMARY KEY (sha256)
);

CREATE TABLE card (
	step_id INTEGER NOT NULL, 
	lane_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	colour VARCHAR NOT NULL, 
	icon VARCHAR NOT NULL, 
	touchpoint_id INTEGER, 
	kpi_id INTEGER, 
	wave_id INTEGER, 
	wave_column VARCHAR NOT NULL, 
	attachment_id INTEGER, 
	tags VARCHAR NOT NULL, 
	votes INTEGER NOT NULL, 
	confidential BOOLEAN NOT NULL, 
	as_is_id INTEGER, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_card_step_id FOREIGN KEY(step_id) REFERENCES step (id) ON DELETE CASCADE, 
	CONSTRAINT fk_card_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE CASCADE, 
	CONSTRAINT fk_card_touchpoint_id FOREIGN KEY(touchpoint_id) REFERENCES touchpoint (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_kpi_id FOREIGN KEY(kpi_id) REFERENCES kpi (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_wave_id FOREIGN KEY(wave_id) REFERENCES wave (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_as_is_id FOREIGN KEY(as_is_id) REFERENCES card (id) ON DELETE SET NULL
);

CREATE TABLE cause (
	gap_id INTEGER NOT NULL, 
	parent_id INTEGER, 
	text VARCHAR NOT NULL, 
	bone VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_cause_gap_id FOREIGN KEY(gap_id) REFERENCES gap (id) ON DELETE CASCADE, 
	CONSTRAINT fk_cause_parent_id FOREIGN KEY(parent_id) REFERENCES cause (id) ON DELETE CASCADE
);

CREATE TABLE changed_touchpoint (
	initiative_id INTEGER NOT NULL, 
	touchpoint_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_changed_touchpoint_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_changed_touchpoint_touchpoint_id FOREIGN KEY(touchpoint_id) REFERENCES touchpoint (id) ON DELETE CASCADE
);

CREATE TABLE channel (
	name VARCHAR NOT NULL, 
	icon VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE code_counter (
	letter VARCHAR NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (letter)
);

CREATE TABLE comment_theme (
	wave_id INTEGER NOT NULL, 
	theme_id INTEGER NOT NULL, 
	"column" VARCHAR NOT NULL, 
	"row" INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_comment_theme_wave_id FOREIGN KEY(wave_id) REFERENCES wave (id) ON DELETE CASCADE, 
	CONSTRAINT fk_comment_theme_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE
);

CREATE TABLE connector (
	journey_id INTEGER NOT NULL, 
	from_card_id INTEGER NOT NULL, 
	to_card_id INTEGER NOT NULL, 
	connector_kind VARCHAR NOT NULL, 
	label_text VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_connector_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE CASCADE, 
	CONSTRAINT fk_connector_from_card_id FOREIGN KEY(from_card_id) REFERENCES card (id) ON DELETE CASCADE, 
	CONSTRAINT fk_connector_to_card_id FOREIGN KEY(to_card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE criterion (
	name VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	weight DOUBLE NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE criterion_score (
	initiative_id INTEGER NOT NULL, 
	criterion_id INTEGER NOT NULL, 
	value DOUBLE, 
	low DOUBLE, 
	high DOUBLE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_criterion_score_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_criterion_score_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE
);

CREATE TABLE department (
	name VARCHAR NOT NULL, 
	customer_facing BOOLEAN NOT NULL, 
	function VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	measured_on VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_department_number UNIQUE (number)
);

CREATE TABLE dependency (
	before_id INTEGER NOT NULL, 
	after_id INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_dependency_before_id FOREIGN KEY(before_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_dependency_after_id FOREIGN KEY(after_id) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE effect (
	initiative_id INTEGER NOT NULL, 
	kpi_id INTEGER NOT NULL, 
	low DOUBLE, 
	likely DOUBLE, 
	high DOUBLE, 
	worth_low DOUBLE, 
	worth_likely DOUBLE, 
	worth_high DOUBLE, 
	months INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_effect_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_effect_kpi_id FOREIGN KEY(kpi_id) REFERENCES kpi (id) ON DELETE CASCADE
);

CREATE TABLE emotion (
	step_id INTEGER NOT NULL, 
	persona_id INTEGER NOT NULL, 
	value DOUBLE NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_emotion_step_id FOREIGN KEY(step_id) REFERENCES step (id) ON DELETE CASCADE, 
	CONSTRAINT fk_emotion_persona_id FOREIGN KEY(persona_id) REFERENCES persona (id) ON DELETE CASCADE
);

CREATE TABLE engagement (
	title VARCHAR NOT NULL, 
	client VARCHAR NOT NULL, 
	firm VARCHAR NOT NULL, 
	industry VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	objectives VARCHAR NOT NULL, 
	limits VARCHAR NOT NULL, 
	team VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	interviews_planned INTEGER, 
	confidentiality VARCHAR NOT NULL, 
	report_language VARCHAR NOT NULL, 
	audience VARCHAR NOT NULL, 
	report_version VARCHAR NOT NULL, 
	currency VARCHAR NOT NULL, 
	importance_weight DOUBLE NOT NULL, 
	distance_weight DOUBLE NOT NULL, 
	reach_weight DOUBLE NOT NULL, 
	discount_rate DOUBLE NOT NULL, 
	horizon INTEGER NOT NULL, 
	budget DOUBLE, 
	capacity DOUBLE, 
	attribution VARCHAR NOT NULL, 
	illustrative BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE evidence (
	evidence_kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	sentiment INTEGER NOT NULL, 
	speaker VARCHAR NOT NULL, 
	interview_id INTEGER, 
	paragraph_id INTEGER, 
	begins INTEGER, 
	ends INTEGER, 
	source VARCHAR NOT NULL, 
	respondent VARCHAR NOT NULL, 
	wave_id INTEGER, 
	"column" VARCHAR NOT NULL, 
	"row" INTEGER, 
	attachment_id INTEGER, 
	n INTEGER, 
	definition VARCHAR NOT NULL, 
	dated DATE, 
	confidential BOOLEAN NOT NULL, 
	illustrative BOOLEAN NOT NULL, 
	number INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_evidence_interview_id FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evidence_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraph (id) ON DELETE SET NULL, 
	CONSTRAINT fk_evidence_wave_id FOREIGN KEY(wave_id) REFERENCES wave (id) ON DELETE SET NULL, 
	CONSTRAINT fk_evidence_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE SET NULL, 
	CONSTRAINT uq_evidence_number UNIQUE (number)
);

CREATE TABLE evidence_theme (
	evidence_id INTEGER NOT NULL, 
	theme_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_evidence_theme_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evidence_theme_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE
);

CREATE TABLE gap (
	title VARCHAR NOT NULL, 
	gap_kind VARCHAR NOT NULL, 
	as_is VARCHAR NOT NULL, 
	to_be VARCHAR NOT NULL, 
	cause VARCHAR NOT NULL, 
	cluster VARCHAR NOT NULL, 
	step_id INTEGER, 
	touchpoint_id INTEGER, 
	department_id INTEGER, 
	importance INTEGER, 
	current DOUBLE, 
	target DOUBLE, 
	reach DOUBLE, 
	state VARCHAR NOT NULL, 
	found_in VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_gap_step_id FOREIGN KEY(step_id) REFERENCES step (id) ON DELETE SET NULL, 
	CONSTRAINT fk_gap_touchpoint_id FOREIGN KEY(touchpoint_id) REFERENCES touchpoint (id) ON DELETE SET NULL, 
	CONSTRAINT fk_gap_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL, 
	CONSTRAINT uq_gap_number UNIQUE (number)
);

CREATE TABLE gap_department (
	gap_id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_gap_department_gap_id FOREIGN KEY(gap_id) REFERENCES gap (id) ON DELETE CASCADE, 
	CONSTRAINT fk_gap_department_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);

CREATE TABLE guide (
	name VARCHAR NOT NULL, 
	audience VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE history (
	id INTEGER NOT NULL, 
	at FLOAT NOT NULL, 
	who VARCHAR NOT NULL, 
	step VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	patch BLOB NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE initiative (
	title VARCHAR NOT NULL, 
	change VARCHAR NOT NULL, 
	staff_change VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	tier VARCHAR NOT NULL, 
	department_id INTEGER, 
	owner_id INTEGER, 
	project VARCHAR NOT NULL, 
	touchpoint_id INTEGER, 
	cost_low DOUBLE, 
	cost_high DOUBLE, 
	yearly_low DOUBLE, 
	yearly_high DOUBLE, 
	cost_source VARCHAR NOT NULL, 
	effort DOUBLE, 
	benefit VARCHAR NOT NULL, 
	benefit_score INTEGER, 
	confidence DOUBLE, 
	reach DOUBLE, 
	risk VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	state VARCHAR NOT NULL, 
	progress INTEGER, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_initiative_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL, 
	CONSTRAINT fk_initiative_owner_id FOREIGN KEY(owner_id) REFERENCES stakeholder (id) ON DELETE SET NULL, 
	CONSTRAINT fk_initiative_touchpoint_id FOREIGN KEY(touchpoint_id) REFERENCES touchpoint (id) ON DELETE SET NULL, 
	CONSTRAINT uq_initiative_number UNIQUE (number)
);

CREATE TABLE insight (
	statement VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_insight_number UNIQUE (number)
);

CREATE TABLE interview (
	title VARCHAR NOT NULL, 
	stakeholder_id INTEGER, 
	respondent VARCHAR NOT NULL, 
	guide_id INTEGER, 
	held_at DATETIME, 
	place VARCHAR NOT NULL, 
	interviewer VARCHAR NOT NULL, 
	consent BOOLEAN NOT NULL, 
	confidential BOOLEAN NOT NULL, 
	illustrative BOOLEAN NOT NULL, 
	summary VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_interview_stakeholder_id FOREIGN KEY(stakeholder_id) REFERENCES stakeholder (id) ON DELETE SET NULL, 
	CONSTRAINT fk_interview_guide_id FOREIGN KEY(guide_id) REFERENCES guide (id) ON DELETE SET NULL, 
	CONSTRAINT uq_interview_number UNIQUE (number)
);

CREATE TABLE involvement (
	initiative_id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_involvement_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_involvement_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);

CREATE TABLE journey (
	title VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	journey_kind VARCHAR NOT NULL, 
	as_is_id INTEGER, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_journey_as_is_id FOREIGN KEY(as_is_id) REFERENCES journey (id) ON DELETE SET NULL, 
	CONSTRAINT uq_journey_number UNIQUE (number)
);

CREATE TABLE journey_persona (
	journey_id INTEGER NOT NULL, 
	persona_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_journey_persona_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE CASCADE, 
	CONSTRAINT fk_journey_persona_persona_id FOREIGN KEY(persona_id) REFERENCES persona (id) ON DELETE CASCADE
);

CREATE TABLE kpi (
	name VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	unit VARCHAR NOT NULL, 
	direction VARCHAR NOT NULL, 
	baseline DOUBLE, 
	baseline_on DATE, 
	target DOUBLE, 
	target_on DATE, 
	department_id INTEGER, 
	objective_id INTEGER, 
	parent_id INTEGER, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_kpi_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL, 
	CONSTRAINT fk_kpi_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE SET NULL, 
	CONSTRAINT fk_kpi_parent_id FOREIGN KEY(parent_id) REFERENCES kpi (id) ON DELETE SET NULL, 
	CONSTRAINT uq_kpi_number UNIQUE (number)
);

CREATE TABLE lane (
	journey_id INTEGER NOT NULL, 
	lane_kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	height INTEGER, 
	collapsed BOOLEAN NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_lane_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE CASCADE
);

CREATE TABLE left_proposal (
	found_in VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE link (
	source_kind VARCHAR NOT NULL, 
	source_id INTEGER NOT NULL, 
	target_kind VARCHAR NOT NULL, 
	target_id INTEGER NOT NULL, 
	target_field VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);

CREATE TABLE milestone (
	initiative_id INTEGER, 
	checks_kpi_id INTEGER, 
	name VARCHAR NOT NULL, 
	due_on DATE, 
	reached_on DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_milestone_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_milestone_checks_kpi_id FOREIGN KEY(checks_kpi_id) REFERENCES kpi (id) ON DELETE SET NULL
);

CREATE TABLE objective (
	text VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE paragraph (
	interview_id INTEGER NOT NULL, 
	question_id INTEGER, 
	speaker VARCHAR NOT NULL, 
	seconds INTEGER, 
	text VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_paragraph_interview_id FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT fk_paragraph_question_id FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);

CREATE TABLE parked_note (
	workshop_id INTEGER, 
	text VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_parked_note_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE SET NULL
);

CREATE TABLE persona (
	name VARCHAR NOT NULL, 
	archetype VARCHAR NOT NULL, 
	segment VARCHAR NOT NULL, 
	share DOUBLE, 
	summary VARCHAR NOT NULL, 
	quote VARCHAR NOT NULL, 
	quote_source VARCHAR NOT NULL, 
	"primary" BOOLEAN NOT NULL, 
	photo_id INTEGER, 
	score DOUBLE, 
	score_n INTEGER, 
	score_low DOUBLE, 
	score_high DOUBLE, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_persona_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL, 
	CONSTRAINT uq_persona_number UNIQUE (number)
);

CREATE TABLE principle (
	principle_kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE progress_note (
	initiative_id INTEGER NOT NULL, 
	noted_on DATE NOT NULL, 
	text VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_progress_note_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE question (
	guide_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_question_guide_id FOREIGN KEY(guide_id) REFERENCES guide (id) ON DELETE CASCADE
);

CREATE TABLE reading (
	kpi_id INTEGER NOT NULL, 
	read_on DATE NOT NULL, 
	value DOUBLE NOT NULL, 
	n INTEGER, 
	low DOUBLE, 
	high DOUBLE, 
	source VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_reading_kpi_id FOREIGN KEY(kpi_id) REFERENCES kpi (id) ON DELETE CASCADE
);

CREATE TABLE report_section (
	"key" VARCHAR NOT NULL, 
	included BOOLEAN NOT NULL, 
	message VARCHAR NOT NULL, 
	lead VARCHAR NOT NULL, 
	narrative VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE review (
	title VARCHAR NOT NULL, 
	held_on DATE, 
	present VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE review_item (
	review_id INTEGER NOT NULL, 
	initiative_id INTEGER, 
	kpi_id INTEGER, 
	planned DOUBLE, 
	actual DOUBLE, 
	status VARCHAR NOT NULL, 
	finding VARCHAR NOT NULL, 
	decision VARCHAR NOT NULL, 
	next_step VARCHAR NOT NULL, 
	owner_id INTEGER, 
	due_on DATE, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_review_item_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE, 
	CONSTRAINT fk_review_item_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE, 
	CONSTRAINT fk_review_item_kpi_id FOREIGN KEY(kpi_id) REFERENCES kpi (id) ON DELETE CASCADE, 
	CONSTRAINT fk_review_item_owner_id FOREIGN KEY(owner_id) REFERENCES stakeholder (id) ON DELETE SET NULL
);

CREATE TABLE saved_view (
	journey_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	settings VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_saved_view_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE CASCADE
);

CREATE TABLE search (
	kind VARCHAR NOT NULL, 
	id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (kind, id)
);

CREATE TABLE slider (
	persona_id INTEGER NOT NULL, 
	"left" VARCHAR NOT NULL, 
	"right" VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	low INTEGER, 
	high INTEGER, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_slider_persona_id FOREIGN KEY(persona_id) REFERENCES persona (id) ON DELETE CASCADE
);

CREATE TABLE snapshot (
	id INTEGER NOT NULL, 
	at FLOAT NOT NULL, 
	who VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	rows BLOB NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE stage (
	journey_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_stage_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE CASCADE
);

CREATE TABLE stakeholder (
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	pseudonym VARCHAR NOT NULL, 
	department_id INTEGER, 
	influence INTEGER NOT NULL, 
	interest INTEGER NOT NULL, 
	attitude VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_stakeholder_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL, 
	CONSTRAINT uq_stakeholder_number UNIQUE (number)
);

CREATE TABLE step (
	stage_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	moment_of_truth BOOLEAN NOT NULL, 
	sub_journey_id INTEGER, 
	as_is_id INTEGER, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_step_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_sub_journey_id FOREIGN KEY(sub_journey_id) REFERENCES journey (id) ON DELETE SET NULL, 
	CONSTRAINT fk_step_as_is_id FOREIGN KEY(as_is_id) REFERENCES step (id) ON DELETE SET NULL
);

CREATE TABLE theme (
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE touchpoint (
	name VARCHAR NOT NULL, 
	channel_id INTEGER, 
	icon VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	frequency VARCHAR NOT NULL, 
	served_by VARCHAR NOT NULL, 
	must_know VARCHAR NOT NULL, 
	systems VARCHAR NOT NULL, 
	department_id INTEGER, 
	importance DOUBLE, 
	satisfaction DOUBLE, 
	notes VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_touchpoint_channel_id FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE SET NULL, 
	CONSTRAINT fk_touchpoint_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL, 
	CONSTRAINT uq_touchpoint_number UNIQUE (number)
);

CREATE TABLE trait (
	persona_id INTEGER NOT NULL, 
	trait_kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	channel_id INTEGER, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_trait_persona_id FOREIGN KEY(persona_id) REFERENCES persona (id) ON DELETE CASCADE, 
	CONSTRAINT fk_trait_channel_id FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE SET NULL
);

CREATE TABLE wave (
	name VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	dated DATE, 
	sha256 VARCHAR NOT NULL, 
	original_sha256 VARCHAR NOT NULL, 
	mapping VARCHAR NOT NULL, 
	rows INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE worksheet_answer (
	question VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE workshop (
	name VARCHAR NOT NULL, 
	journey_id INTEGER, 
	started_at DATETIME, 
	ended_at DATETIME, 
	people INTEGER NOT NULL, 
	votes_each INTEGER NOT NULL, 
	voting VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	notes VARCHAR NOT NULL, 
	snapshot_before INTEGER, 
	snapshot_after INTEGER, 
	summary VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_workshop_journey_id FOREIGN KEY(journey_id) REFERENCES journey (id) ON DELETE SET NULL
);

CREATE INDEX ix_card_as_is_id ON card (as_is_id);

CREATE INDEX ix_card_attachment_id ON card (attachment_id);

CREATE INDEX ix_card_kpi_id ON card (kpi_id);

CREATE INDEX ix_card_lane_id ON card (lane_id);

CREATE INDEX ix_card_step_id ON card (step_id);

CREATE INDEX ix_card_touchpoint_id ON card (touchpoint_id);

CREATE INDEX ix_card_wave_id ON card (wave_id);

CREATE INDEX ix_cause_gap_id ON cause (gap_id);

CREATE INDEX ix_cause_parent_id ON cause (parent_id);

CREATE INDEX ix_changed_touchpoint_initiative_id ON changed_touchpoint (initiative_id);

CREATE INDEX ix_changed_touchpoint_touchpoint_id ON changed_touchpoint (touchpoint_id);

CREATE INDEX ix_comment_theme_theme_id ON comment_theme (theme_id);

CREATE INDEX ix_comment_theme_wave_id ON comment_theme (wave_id);

CREATE INDEX ix_connector_from_card_id ON connector (from_card_id);

CREATE INDEX ix_connector_journey_id ON connector (journey_id);

CREATE INDEX ix_connector_to_card_id ON connector (to_card_id);

CREATE INDEX ix_criterion_score_criterion_id ON criterion_score (criterion_id);

CREATE INDEX ix_criterion_score_initiative_id ON criterion_score (initiative_id);

CREATE INDEX ix_dependency_after_id ON dependency (after_id);

CREATE INDEX ix_dependency_before_id ON dependency (before_id);

CREATE INDEX ix_effect_initiative_id ON effect (initiative_id);

CREATE INDEX ix_effect_kpi_id ON effect (kpi_id);

CREATE INDEX ix_emotion_persona_id ON emotion (persona_id);

CREATE INDEX ix_emotion_step_id ON emotion (step_id);

CREATE INDEX ix_evidence_attachment_id ON evidence (attachment_id);

CREATE INDEX ix_evidence_evidence_kind ON evidence (evidence_kind);

CREATE INDEX ix_evidence_interview_id ON evidence (interview_id);

CREATE INDEX ix_evidence_paragraph_id ON evidence (paragraph_id);

CREATE INDEX ix_evidence_theme_evidence_id ON evidence_theme (evidence_id);

CREATE INDEX ix_evidence_theme_theme_id ON evidence_theme (theme_id);

CREATE INDEX ix_evidence_wave_id ON evidence (wave_id);

CREATE INDEX ix_gap_department_department_id ON gap_department (department_id);

CREATE INDEX ix_gap_department_gap_id ON gap_department (gap_id);

CREATE INDEX ix_gap_department_id ON gap (department_id);

CREATE INDEX ix_gap_step_id ON gap (step_id);

CREATE INDEX ix_gap_touchpoint_id ON gap (touchpoint_id);

CREATE INDEX ix_initiative_department_id ON initiative (department_id);

CREATE INDEX ix_initiative_owner_id ON initiative (owner_id);

CREATE INDEX ix_initiative_touchpoint_id ON initiative (touchpoint_id);

CREATE INDEX ix_interview_guide_id ON interview (guide_id);

CREATE INDEX ix_interview_stakeholder_id ON interview (stakeholder_id);

CREATE INDEX ix_involvement_department_id ON involvement (department_id);

CREATE INDEX ix_involvement_initiative_id ON involvement (initiative_id);

CREATE INDEX ix_journey_as_is_id ON journey (as_is_id);

CREATE INDEX ix_journey_persona_journey_id ON journey_persona (journey_id);

CREATE INDEX ix_journey_persona_persona_id ON journey_persona (persona_id);

CREATE INDEX ix_kpi_department_id ON kpi (department_id);

CREATE INDEX ix_kpi_objective_id ON kpi (objective_id);

CREATE INDEX ix_kpi_parent_id ON kpi (parent_id);

CREATE INDEX ix_lane_journey_id ON lane (journey_id);

CREATE INDEX ix_link_source ON link (source_kind, source_id);

CREATE INDEX ix_link_target ON link (target_kind, target_id);

CREATE INDEX ix_milestone_checks_kpi_id ON milestone (checks_kpi_id);

CREATE INDEX ix_milestone_initiative_id ON milestone (initiative_id);

CREATE INDEX ix_paragraph_interview_id ON paragraph (interview_id);

CREATE INDEX ix_paragraph_question_id ON paragraph (question_id);

CREATE INDEX ix_parked_note_workshop_id ON parked_note (workshop_id);

CREATE INDEX ix_progress_note_initiative_id ON progress_note (initiative_id);

CREATE INDEX ix_question_guide_id ON question (guide_id);

CREATE INDEX ix_reading_kpi_id ON reading (kpi_id);

CREATE INDEX ix_review_item_initiative_id ON review_item (initiative_id);

CREATE INDEX ix_review_item_kpi_id ON review_item (kpi_id);

CREATE INDEX ix_review_item_owner_id ON review_item (owner_id);

CREATE INDEX ix_review_item_review_id ON review_item (review_id);

CREATE INDEX ix_saved_view_journey_id ON saved_view (journey_id);

CREATE INDEX ix_slider_persona_id ON slider (persona_id);

CREATE INDEX ix_stage_journey_id ON stage (journey_id);

CREATE INDEX ix_stakeholder_department_id ON stakeholder (department_id);

CREATE INDEX ix_step_as_is_id ON step (as_is_id);

CREATE INDEX ix_step_stage_id ON step (stage_id);

CREATE INDEX ix_step_sub_journey_id ON step (sub_journey_id);

CREATE INDEX ix_touchpoint_channel_id ON touchpoint (channel_id);

CREATE INDEX ix_touchpoint_department_id ON touchpoint (department_id);

CREATE INDEX ix_trait_channel_id ON trait (channel_id);

CREATE INDEX ix_trait_persona_id ON trait (persona_id);

CREATE INDEX ix_workshop_journey_id ON workshop (journey_id);

