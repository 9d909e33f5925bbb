CREATE TABLE "idempotent_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" text NOT NULL,
	"expires_at" timestamp (3) with time zone DEFAULT now() + interval '24 hours' NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idempotent_answers_expires_at_idx" ON "idempotent_answers" USING btree ("expires_at");