;; Control (R7RS 6.10 and 6.11): values, continuations and winds, prompts, handlers, parameters, promises.
;;
;; Names that begin with % are the library's own. What of them is not defined here is written in Java, in
;; ControlProcedures: those say what the machine does next. The dynamic state is a list of entries that each belong
;; to a pending call; whoever has pushed one pops it when what it has called returns (MACH-22).

;; ---- Several values

(define (call-with-values producer consumer)
  (let-values ((results (producer)))
    (apply consumer results)))

;; ---- Winds

(define (dynamic-wind before thunk after)
  (%check-procedure 'dynamic-wind 1 before)
  (%check-procedure 'dynamic-wind 2 thunk)
  (%check-procedure 'dynamic-wind 3 after)
  (before)
  (%push-wind before after)
  (let-values ((results (thunk)))
    (%pop)
    (after)
    (apply values results)))

;; Calls the thunks of steps in order, each in its dynamic state: pairs of a thunk and a state.
(define (%travel steps)
  (if (pair? steps)
      (begin
        (%set-state (cdr (car steps)))
        ((car (car steps)))
        (%travel (cdr steps)))))

;; A call of a continuation that has to leave or enter winds.
(define (%enter continuation arguments)
  (%travel (%steps-to (%state-of continuation)))
  (%reinstate continuation arguments))

;; ---- Prompts

(define (call-with-continuation-prompt thunk . tag-and-handler)
  (let* ((tag (%prompt-tag tag-and-handler))
         (handler (%prompt-handler tag-and-handler)))
    (%check-procedure 'call-with-continuation-prompt 1 thunk)
    (%call-with-prompt tag (if handler handler (%rerunning tag)) thunk)))

;; The handler of prompts that were given none: calls the thunk that it is passed under the same prompt.
(define (%rerunning tag)
  (lambda (thunk)
    (call-with-continuation-prompt thunk tag)))

(define (abort-current-continuation tag . arguments)
  (let ((state (%state-of-prompt tag)))
    (%travel (%steps-to state))
    (%abort tag (%handler-of-prompt state) arguments)))

;; A call of a partial continuation that has to enter winds.
(define (%resume continuation state arguments)
  (%travel (%steps-to state))
  (%resume-in continuation state arguments))

;; ---- Raising and handling

(define (with-exception-handler handler thunk)
  (%check-procedure 'with-exception-handler 1 handler)
  (%check-procedure 'with-exception-handler 2 thunk)
  (%push-handler handler)
  (let-values ((results (thunk)))
    (%pop)
    (apply values results)))

(define (raise-continuable object)
  (let ((handler (%current-handler)))
    (if handler
        (begin
          (%push-handling)
          (let-values ((results (handler object)))
            (%pop)
            (apply values results)))
        (%end-uncaught object))))

(define (raise object)
  (let ((handler (%current-handler)))
    (if handler
        (begin
          (%push-handling)
          (handler object)
          ;; It has returned. That is another error, in the dynamic environment of the handler.
          (raise (%handler-returned object)))
        (%end-uncaught object))))

(define (error message . irritants)
  (raise (%make-error message irritants)))

;; (guard (e clause ...) body ...) is (%guard (lambda () body ...) (lambda (e reraise) (cond clause ...))): the clauses
;; run in the continuation and the dynamic environment of the guard; only if none of them applies does control go
;; back to where the object was raised, and raises it there again.
(define (%guard body clauses)
  ((call-with-current-continuation
    (lambda (leave)
      (with-exception-handler
       (lambda (object)
         ((call-with-current-continuation
           (lambda (return)
             (leave
              (lambda ()
                (clauses object (lambda () (return (lambda () (raise-continuable object)))))))))))
       (lambda ()
         (let-values ((results (body)))
           (leave (lambda () (apply values results))))))))))

;; ---- Parameters

(define (make-parameter value . converter)
  (if (null? converter)
      (%make-parameter value (lambda (x) x))
      (%make-parameter ((car converter) value) (car converter))))

;; (parameterize ((p v) ...) body ...) is (%parameterize (list p ...) (list v ...) (lambda () body ...)).
(define (%parameterize parameters given thunk)
  (let ((converted (map (lambda (p v) ((%converter-of p) v)) parameters given)))
    (%push-parameters parameters converted)
    (let-values ((results (thunk)))
      (%pop)
      (apply values results))))

;; ---- Promises

;; Forces a chain of promises of any length in constant space: each step makes one promise of two.
(define (force promise)
  (cond
    ((not (promise? promise)) promise)
    ((%forced? promise) (%promise-content promise))
    (else
     (let ((next ((%promise-content promise))))
       (%become! promise next)
       (force promise)))))
